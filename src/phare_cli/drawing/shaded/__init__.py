"""Pictures in shades: maps of tiles, tables of cells."""
