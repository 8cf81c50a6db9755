"""First steps on the dashboard: how many are done, until the site is open."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from verbund.first_day.domain.opening import checklist
from verbund.plugin.contributions import Panel, TodoItem
from verbund.tenancy.context import current_tenant
from verbund.tenancy.enums import TenantKind, TenantStatus

PERMISSION = "accounts.manage_site"


def _items(request: HttpRequest) -> Sequence[TodoItem]:
    tenant = current_tenant()
    concerned = tenant.status == TenantStatus.DRAFT and tenant.kind != TenantKind.OPERATOR
    if not concerned or not request.user.has_perm(PERMISSION):
        return ()
    found = checklist()
    done = sum(one.done for one in found)
    label = _("First steps: %(done)d of %(all)d done. Then the site can open.")
    text = label % {"done": done, "all": len(found)}
    return (TodoItem(text, 1, reverse("first_day:index"), urgent=True),)


panels = (Panel("first_day", _items, order=10),)
