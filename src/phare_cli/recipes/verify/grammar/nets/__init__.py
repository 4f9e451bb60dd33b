"""Several answers of one question that are meant together: those of a scale from one on, all but the denying one."""
