"""Say what is wrong with a text, or what was passed over in it, once for every reader."""
