"""Connects what plugins contribute when all apps are ready."""

from django.apps import AppConfig


class PluginApiConfig(AppConfig):
    name = "verbund.plugin"
    label = "plugin_api"

    def ready(self) -> None:
        # Imported here: they read contributions, which need the app registry.
        from verbund.plugin import admin, checks, jobs, receivers  # noqa: F401

        admin.register_snippets()
        receivers.connect_all()
        jobs.register_schedule()
