"""Reading changes nothing: what every address answers to GET leaves the database as it was."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.isolation.helpers import document_in, image_in, page_in
from tests.member_area.helpers import member_client
from verbund.accounts.models import User
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

# A visit moves the end of a session, and each place that counts tries counts this one.
MOVE_BY_THEMSELVES = {
    "django_session",
    "tenancy_counter",
    "wagtailadmin_editingsession",  # who looks at a page now, for the others who edit it
    "usersessions_usersession",
    "member_area_membersession",
    "media_rendition",  # sizes of pictures, made when they are first shown
    "wagtailimages_rendition",
}
NUMBER = 900_001
ARGUMENT = re.compile(r"<(int|str):(pk|\w+_id)>")


def addresses(patterns: Any, prefix: str = "") -> Iterator[str]:
    """Every address of the URL conf that needs no argument, or a number."""
    for pattern in patterns:
        text = prefix + _text(pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, text)
        elif isinstance(pattern, URLPattern):
            yield text


def _text(pattern: Any) -> str:
    return str(pattern.pattern).lstrip("^").rstrip("$")


def filled(route: str) -> str | None:
    """The address with numbers in place of its arguments; None for what else it wants."""
    path = ARGUMENT.sub(str(NUMBER), route)
    return None if re.search(r"[<>()?*+\\[]", path) else f"/{path}"


def rows() -> dict[str, str]:
    """Each table of the current schema and a checksum of all its rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_schema, table_name FROM information_schema.tables "
            "WHERE table_schema IN (current_schema(), 'public') AND table_type = 'BASE TABLE'"
        )
        found = {}
        for schema, table in cursor.fetchall():
            if table in MOVE_BY_THEMSELVES:
                continue
            cursor.execute(
                f"SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) "
                f'FROM "{schema}"."{table}" t'
            )
            found[f"{schema}.{table}"] = cursor.fetchone()[0]
    return found


def test_reading_changes_nothing(
    dortmund: Tenant,
    client_for: Callable[..., Client],
    staff: Callable[[Tenant, str], User],
) -> None:
    page_in(dortmund, "Seite")
    image_in(dortmund, "Bild")
    document_in(dortmund, "Datei")
    admin = client_for(dortmund, staff(dortmund, "Administration"))
    member = member_client(dortmund)
    admin.raise_request_exception = False
    routes = list(addresses(get_resolver().url_patterns))
    paths = sorted({path for route in routes if (path := filled(route))})

    def read_all() -> int:
        browsers = ((member if path.startswith("/konto/") else admin, path) for path in paths)
        return sum(client.get(path).status_code == 200 for client, path in browsers)

    # Wagtail makes rows of settings, profiles and sizes when they are first asked for.
    read_all()
    with tenant_context(dortmund):
        before = rows()
    answered = read_all()
    with tenant_context(dortmund):
        after = rows()

    assert answered > 60, "too few addresses to say anything"
    assert {table for table in before if before[table] != after[table]} == set()


def test_the_conf_is_walked_whole() -> None:
    routes = list(addresses(get_resolver().url_patterns))

    assert any(route.startswith("admin/pages/") for route in routes)
    assert any("konto/" in route for route in routes)
    assert len(routes) > 300
