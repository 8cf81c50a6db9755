"""News and press releases of an association."""
