"""Tenants: the registry in the public schema, and everything that keeps them apart."""
