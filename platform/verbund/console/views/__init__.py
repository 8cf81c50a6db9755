"""Pages of the console, a file a subject."""
