"""Connects what plugins contribute when all apps are ready."""

from django.apps import AppConfig


class PluginApiConfig(AppConfig):
    name = "verbund.plugin"
    label = "plugin_api"

    def ready(self) -> None:
        # Imported here: they read contributions, which need the app registry.
        from verbund.plugin import admin, checks, jobs, receivers, stalled  # noqa: F401
        from verbund.plugin.companions import Companion, accompany

        admin.register_snippets()
        receivers.connect_all()
        jobs.register_schedule()
        accompany(Companion("jobs of workers that died", stalled.run, stalled.take_again))
