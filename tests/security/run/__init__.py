"""Tools that attack a demo of ours: `make security`."""
