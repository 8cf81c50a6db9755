"""What leaks between tenants of one process where nothing is mended; see the docstrings."""
