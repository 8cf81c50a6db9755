"""What can be done with tenants; each module is about one thing."""
