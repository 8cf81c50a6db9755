"""What is done with accounts of members."""
