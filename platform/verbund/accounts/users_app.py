"""Wagtail's app of users, with our views of staff."""

from wagtail.users.apps import WagtailUsersAppConfig


class StaffUsersConfig(WagtailUsersAppConfig):
    user_viewset = "verbund.accounts.viewset.StaffViewSet"
