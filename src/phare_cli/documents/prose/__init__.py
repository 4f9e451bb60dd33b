"""Documents that a person wrote, as passages of words with their places: nothing of them is run or fetched."""
