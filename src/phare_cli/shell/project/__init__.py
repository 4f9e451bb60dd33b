"""What a project has chosen, and what its phare.toml may say."""
