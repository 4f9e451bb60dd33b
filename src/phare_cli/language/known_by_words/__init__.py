"""What a name is, as its words tell it: a place for all of some others, an answer that is none of a list."""
