"""What topics of help say of things that no file of keys explains: formats, blocks, scripts."""
