"""What somebody means who types words or endings that phare does not have."""
