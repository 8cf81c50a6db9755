"""The table, an area a file."""
