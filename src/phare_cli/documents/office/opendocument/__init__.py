"""Blocks in LibreOffice: fields whose description holds a command, and sections whose name does."""
