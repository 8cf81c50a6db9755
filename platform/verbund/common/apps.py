"""Commands and middleware that belong to no other app."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "verbund.common"

    def ready(self) -> None:
        # Imported here: a check registers itself, and Wagtail needs the app registry.
        from verbund.common import checks, wagtail_mends  # noqa: F401

        wagtail_mends.apply()
