"""Writes the skeleton of a new plugin: working, tested, with the same file names as ours."""

from .naming import BadName, PluginName, checked_name
from .writing import TargetExists, files_of, write_plugin

__all__ = ["BadName", "PluginName", "TargetExists", "checked_name", "files_of", "write_plugin"]
