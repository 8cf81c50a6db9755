"""The search across all that the sites show publicly."""
