"""Of the admin in English."""
