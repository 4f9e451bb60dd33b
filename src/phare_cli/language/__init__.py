"""The words of phare and of its readers: the codebook, the catalogues, values as they are printed."""
