"""Know the header of a results file among its rows, and which of its columns is which of ours."""
