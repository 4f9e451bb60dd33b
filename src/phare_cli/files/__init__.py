"""The one way in for bytes: open, tell the kind, decode, part into cells; what is wrong is gathered as findings."""
