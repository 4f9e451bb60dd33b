"""Word: a document of its own or in the house's template, and the elements that others set into theirs."""
