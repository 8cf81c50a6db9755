"""The trimmed admin."""
