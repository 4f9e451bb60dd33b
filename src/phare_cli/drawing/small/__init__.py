"""Small pictures beside one another: the panels of small multiples, the cards of single figures."""
