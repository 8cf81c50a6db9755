"""What is done on the first day."""
