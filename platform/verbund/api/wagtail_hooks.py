"""The entry *API-Schlüssel* in the settings."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from verbund.accounts.roles import MANAGE_SITE
from verbund.plugin.gate import active


class KeysMenuItem(MenuItem):
    """Where there is anything that a key could do."""

    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(MANAGE_SITE)
        return allowed and bool(active("api_scopes"))


@hooks.register("register_settings_menu_item")
def keys_menu_item() -> MenuItem:
    return KeysMenuItem(
        _("API keys"),
        reverse("apikeys_admin:index"),
        name="api-keys",
        icon_name="key",
        order=660,
    )
