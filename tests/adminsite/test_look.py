"""The admin in the tenant's name and colours."""

import re
from collections.abc import Callable

from django.test import Client

from verbund.accounts.models import User
from verbund.adminsite.look import admin_sheet
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant
from verbund.theming.colours import ratio
from verbund.theming.tokens import tokens_of

SHEET = re.compile(r'href="(/admin/look/[0-9a-f]+\.css)"')
Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]


def test_the_login_names_the_association(dortmund: Tenant, client_for: Clients) -> None:
    html = client_for(dortmund).get("/anmeldung/").content.decode()

    assert "<title>\n" not in html
    assert "Anmelden" in html
    assert "Verband Dortmund" in html
    assert "Wagtail" not in re.sub(r"<noscript.*?</noscript>", "", html, flags=re.DOTALL)


def test_two_cities_have_two_sheets(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    found = [
        sheet_of(client_for(tenant, staff(tenant, "Autor:in")))
        for tenant in (dortmund, duesseldorf)
    ]

    assert len(set(found)) == 2


def test_the_sheet_needs_no_login_and_may_be_kept(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    client = client_for(dortmund)
    url = sheet_of(client_for(dortmund, staff(dortmund, "Autor:in")))

    response = client.get(url)

    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get("/admin/look/0000.css")["Cache-Control"] == "public, max-age=60"


def test_white_on_a_pale_accent_can_be_read(dortmund: Tenant) -> None:
    dortmund.tokens = {"palette": "dortmund", "accent": "#ffcc00"}
    with tenant_context(dortmund):
        sheet = admin_sheet()

    assert tokens_of(dortmund).light["accent"] == "#ffcc00"
    assert ratio(_colour(sheet, "secondary"), "#ffffff") >= 4.4


def test_the_sidebar_leads_to_the_site(
    dortmund: Tenant, client_for: Clients, staff: Callable[..., User]
) -> None:
    html = client_for(dortmund, staff(dortmund, "Autor:in")).get("/admin/").content.decode()

    assert '"label": "Zum Auftritt"' in html
    assert '<span class="verbund-brand">' in html


def sheet_of(client: Client) -> str:
    found = SHEET.search(client.get("/admin/").content.decode())
    assert found is not None
    return found[1]


def _colour(sheet: str, name: str) -> str:
    from colorsys import hls_to_rgb

    hue, saturation, lightness = (
        float(re.findall(rf"--w-color-{name}-{part}:([\d.]+)", sheet)[0])
        for part in ("hue", "saturation", "lightness")
    )
    rgb = hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in rgb)
