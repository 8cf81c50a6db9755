"""The way from Wagtail's page about one's account to password, passkeys and sessions."""

from django.forms import Form
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel


class SafetyPanel(BaseSettingsPanel):
    """First on the page: what it leads to can be asked for by the site."""

    name = "safety"
    title = _("Password and safety")
    order = 50
    template_name = "accounts/safety_panel.html"

    def get_form(self) -> Form:
        return Form()  # never bound: nothing is saved here
