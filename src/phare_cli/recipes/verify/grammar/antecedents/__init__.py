"""What words that name nothing themselves stand for: "which", "for whom", "it", "neither"."""
