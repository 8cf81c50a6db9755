"""Tenants: registry, schemas, tenant files."""
