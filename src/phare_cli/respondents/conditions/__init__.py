"""Filters of a spec (``AGE >= 70 and SEXE = "F"``): a grammar of their own, never evaluated as code."""
