"""Public views: the pool, a thing, the basket, a request."""
