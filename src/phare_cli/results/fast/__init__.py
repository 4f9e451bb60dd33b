"""Read of large files only the figures that were asked for."""
