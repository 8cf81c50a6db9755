"""What operators look at: whether a site can work."""
