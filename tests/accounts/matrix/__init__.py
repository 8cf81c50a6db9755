"""Who may reach which address: one table for the tests and for docs/roles.md."""
