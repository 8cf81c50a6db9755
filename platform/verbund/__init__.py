"""Verbund: one platform for the sites of many umbrella associations."""
