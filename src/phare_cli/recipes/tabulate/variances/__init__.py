"""How far an estimate may err, by the design that its respondents were drawn by: one function for every estimate."""
