"""Files of respondents in, weighted sums out: one row per respondent, read in blocks, in constant memory.

Nothing here knows an interval or writes an answer. numpy is imported here, so this room is entered only when
``tabulate`` runs; pandas and pyreadstat only for the files that need them.
"""
