"""Write what comes of claims that were judged into the documents that make them."""
