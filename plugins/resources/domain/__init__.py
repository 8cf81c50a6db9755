"""What the plugin does and answers; each module is about one thing."""
