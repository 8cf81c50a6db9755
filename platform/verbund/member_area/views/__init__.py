"""Pages of the member area."""
