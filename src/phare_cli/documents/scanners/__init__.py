"""Find the markers of a document, one kind of document a module."""
