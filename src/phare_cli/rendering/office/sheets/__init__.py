"""Excel: a workbook for people, a sheet a table, numbers as numbers and charts that can be edited."""
