"""Addresses of the search."""

urlpatterns: list[object] = []
