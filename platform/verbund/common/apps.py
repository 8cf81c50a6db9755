"""Commands and middleware that belong to no other app."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "verbund.common"
