"""Helpers with three users or more; others stay at home."""
