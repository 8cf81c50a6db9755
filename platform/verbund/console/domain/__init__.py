"""What is done in the console."""
