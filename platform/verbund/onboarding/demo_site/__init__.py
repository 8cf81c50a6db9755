"""The demo's page at `localhost`: which sites there are, who can log in, what mail was sent."""
