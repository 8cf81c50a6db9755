"""A new admin's first day: what is still to be done, and opening the site when it is."""
