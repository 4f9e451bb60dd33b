"""Several indicators item by item, and groups where they agree."""
