"""Staff of a tenant: users, roles and how they log in."""
