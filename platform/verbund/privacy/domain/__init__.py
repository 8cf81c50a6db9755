"""Handing out, erasing, forgetting."""
