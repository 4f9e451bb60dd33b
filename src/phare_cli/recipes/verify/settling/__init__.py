"""Settle findings by those beside them: what stays in doubt, and what is borne out."""
