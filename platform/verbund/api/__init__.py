"""The API at /api/v1/: reading is open, writing needs a key with a scope."""
