"""What can be done with archives; each module is about one thing."""
