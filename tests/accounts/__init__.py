"""Staff: users, roles, login."""
