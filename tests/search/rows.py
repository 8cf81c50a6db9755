"""Rows of the search as a test needs them, without a page behind them."""

import datetime as dt
from typing import Any

from django.utils import timezone

from verbund.search.models import SearchRow
from verbund.tenancy.models import Tenant


def row(tenant: Tenant, title: str, days_ago: int = 1, **fields: Any) -> SearchRow:
    values = {
        "kind": "page",
        "language": "de",
        "path": f"/{title}/",
        "object_key": f"pages.standardpage:{title}",
        "vector": "",
        "date": timezone.localdate() - dt.timedelta(days=days_ago),
    }
    return SearchRow.objects.create(tenant=tenant, title=title, **values | fields)
