"""A plugin of the tests that uses every kind of contribution."""
