"""Themes: templates by theme, components, tokens and one stylesheet for each tenant."""
