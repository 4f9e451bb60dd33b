"""What makes a sample of respondents: their weights, clusters, and the files of margins and populations beside them."""
