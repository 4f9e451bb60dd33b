"""What is said of figures and verdicts, in sentences of either language. Concludes nothing."""
