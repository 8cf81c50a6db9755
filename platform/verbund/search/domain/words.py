"""The words that a better spelling is chosen from, for all tenants."""

from ..service import index


def refresh_words() -> int:
    """Forgets words that stand in no row any more; the number of words."""
    return index().forget_words()
