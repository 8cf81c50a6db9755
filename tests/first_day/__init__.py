"""A new admin's first day."""
