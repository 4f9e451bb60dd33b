"""The options of respondents: what ``phare tabulate`` takes, and the columns of the small files beside them."""
