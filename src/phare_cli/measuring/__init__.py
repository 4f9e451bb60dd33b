"""Numbers in, numbers out: what a sample lets one say about a share, a gap or a rank.

Shares are 0-1 here, never percent; bases may be fractional, because a design effect makes them so.
Nothing here reads a file, knows a word or rounds. Every module is imported by its own name.
"""
