"""What is done with support logins."""
