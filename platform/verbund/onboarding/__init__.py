"""From a tenant file to a city on line, and the demo's content."""
