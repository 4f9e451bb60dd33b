"""What binds figures and relations to whom, where, when and what they are said of."""
