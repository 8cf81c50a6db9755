"""What can be done with staff; each module is about one thing."""
