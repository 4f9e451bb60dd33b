"""The TOML that people write: read whole, then key by key."""
