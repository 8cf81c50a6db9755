"""The editors' admin: Wagtail's, trimmed to the role and in the tenant's look."""
