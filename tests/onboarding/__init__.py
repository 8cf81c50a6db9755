"""Onboarding and demo content."""
