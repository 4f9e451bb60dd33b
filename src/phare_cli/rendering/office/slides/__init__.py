"""PowerPoint: a slide a table, with a chart that people can edit."""
