"""Read what to make of respondents: from a file of TOML, key by key, or from the options of a command."""
