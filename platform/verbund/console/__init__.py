"""The operators' console: all sites at a glance, and what is done to them."""
