"""Blocks in PowerPoint: shapes whose alternative text holds commands."""
