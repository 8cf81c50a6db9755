"""Measures the search of a large network: `make scale`, see docs/search-plan.md."""
