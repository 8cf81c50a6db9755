"""The Elasticsearch engine: our own lexemes in a second index, ranked as PostgreSQL ranks them."""
