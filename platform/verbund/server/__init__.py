"""Runs the platform's processes: the web server, and the supervisor of the demo."""
