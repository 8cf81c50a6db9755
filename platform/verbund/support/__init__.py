"""Operators help inside a site for an hour: with a reason, visibly, and only where it lets them."""
