"""What topics of help say of things that no file of keys explains, and the words that topics are typed by."""
