"""The area of member organisations at /konto/: accounts and sessions of their own kind."""
