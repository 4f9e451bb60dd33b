"""The blocks that phare keeps true in people's documents: found, answered, put back, and nothing else touched.

A document is Markdown, HTML or reStructuredText. Nothing here knows a figure: answers come from the callable one gives.
"""
