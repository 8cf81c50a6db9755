"""The menus of the admin, cut to what a role may do; decided for each request."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from verbund.accounts.journal_report import PERMISSION as JOURNAL
from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind

HIDDEN = {"help", "snippets", "locales", "sites", "groups", "workflows", "workflow-tasks"}
"""Names that nobody sees: the platform's affairs, and what Wagtail says of itself."""
FOR_PUBLISHERS = {"reports"}
REPORTS = {"site-history", "aging-pages", "locked-pages"}
NO_PAGES = {"explorer", "images", "documents", "reports", "redirects", "collections", "site"}
"""What the operators' console, which has no public pages, has no use for."""


class SiteMenuItem(MenuItem):
    """Leads from the admin to the site itself, by its full address.

    Wagtail marks an entry as current when the address begins with its own: "/" always would.
    """

    @property
    def url(self) -> str:
        return current_tenant().base_url + "/"

    @url.setter
    def url(self, value: str) -> None:
        """Known when it is asked for: the menu is made once for all tenants."""

    def is_shown(self, request: HttpRequest) -> bool:
        return current_tenant().kind != TenantKind.OPERATOR


def site_menu_item() -> SiteMenuItem:
    return SiteMenuItem(_("To the site"), "", name="site", icon_name="link-external", order=20000)


def trim(request: HttpRequest, items: list[MenuItem]) -> None:
    """Takes out of a menu what this person has no use for."""
    hidden = set(HIDDEN)
    if not may_publish(request):
        hidden |= FOR_PUBLISHERS
    if current_tenant().kind == TenantKind.OPERATOR:
        hidden |= NO_PAGES
    items[:] = [item for item in items if item.name not in hidden]


def trim_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    shown = set(REPORTS)
    if request.user.has_perm(JOURNAL):
        shown.discard("site-history")  # the log shows that and more
    items[:] = [item for item in items if item.name in shown]


def may_publish(request: HttpRequest) -> bool:
    allowed: bool = policy_registry.get_by_type(Page).user_has_permission(request.user, "publish")
    return allowed
