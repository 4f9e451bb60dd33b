"""What a project is begun with."""
