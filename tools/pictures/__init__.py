"""Generators of the demo content's pictures, patterns and documents."""
