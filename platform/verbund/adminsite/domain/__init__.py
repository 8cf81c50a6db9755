"""What the admin can do beyond Wagtail's; each module is about one thing."""
