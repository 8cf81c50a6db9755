"""Pictures and files of a tenant's library."""
