"""Workbooks of spreadsheets: their sheets, their cells, the table in them. One file a format."""
