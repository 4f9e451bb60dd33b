"""How names are spelled: the words that data have of their own, and what is offered for a name that is none."""
