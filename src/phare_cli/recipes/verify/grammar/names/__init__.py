"""The names of regions, groups, segments and waves, as a text says them."""
