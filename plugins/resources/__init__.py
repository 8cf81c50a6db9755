"""Ressourcen: say in one sentence what this plugin is for."""
