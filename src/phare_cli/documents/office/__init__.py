"""Blocks in Word, LibreOffice and PowerPoint documents: packages of XML, changed in the places of blocks alone."""
