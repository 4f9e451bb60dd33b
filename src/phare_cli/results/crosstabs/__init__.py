"""Published crosstabs, items by groups, to estimates: what stands where in them, told to a person and corrected."""
