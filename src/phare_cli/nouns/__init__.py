"""What the rooms hand to one another: frozen values that know no file, no language and no format."""
