"""What a project has chosen: its phare.toml, and the codebook of its own that this names."""
