"""What is hidden of small groups, and of what else would give them away."""
