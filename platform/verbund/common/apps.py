"""Commands and middleware that belong to no other app."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "verbund.common"

    def ready(self) -> None:
        # Imported here: a check registers itself, and settings are read by then.
        from verbund.common import checks  # noqa: F401
