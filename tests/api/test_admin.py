"""*API-Schlüssel* in the admin: made once, shown once, taken back."""

import re

import pytest

from verbund.api.domain.keys import find_key, make_key
from verbund.api.models import ApiKey
from verbund.tenancy.context import tenant_context

ADD = "/admin/apikeys/add/"


@pytest.fixture
def admin(dortmund, client_for, staff):
    return client_for(dortmund, staff(dortmund, "Administration"))


def secret_in(response) -> str:
    found = re.search(r'value="(vb_[^"]+)"', response.content.decode())
    assert found
    return found[1]


def test_a_new_key_is_shown_once(dortmund, admin) -> None:
    made = admin.post(ADD, {"name": "Newsletter", "scopes": ["news:write"], "days": "90"})

    secret = secret_in(made)
    assert {"private", "no-store"} <= set(made["Cache-Control"].split(", "))
    with tenant_context(dortmund):
        key = find_key(secret)
        assert key.scopes == ["news:write"]
        assert key.made_by is not None
        assert (key.expires - key.made).days == 90
    listed = admin.get("/admin/apikeys/").content.decode()
    assert "Newsletter" in listed
    assert f"vb_{key.prefix}" in listed
    assert secret not in listed


def test_what_was_typed_stays_beside_the_error(dortmund, admin) -> None:
    page = admin.post(ADD, {"name": "Newsletter", "days": "90"}).content.decode()

    assert "Wählen Sie mindestens eines" in page
    assert 'value="Newsletter"' in page
    with tenant_context(dortmund):
        assert ApiKey.objects.count() == 0


@pytest.mark.parametrize(
    "data", [{"scopes": ["other:write"], "days": "90"}, {"scopes": ["news:write"], "days": "9999"}]
)
def test_no_key_for_what_is_not_offered(dortmund, admin, data) -> None:
    admin.post(ADD, {"name": "Newsletter", **data})

    with tenant_context(dortmund):
        assert ApiKey.objects.count() == 0


def test_a_key_is_taken_back_after_a_question(dortmund, admin) -> None:
    with tenant_context(dortmund):
        key, _secret = make_key("Newsletter", ["news:write"], 30, None)
    address = f"/admin/apikeys/{key.pk}/revoke/"

    question = admin.get(address)
    with tenant_context(dortmund):
        assert ApiKey.objects.get().is_usable
    admin.post(address)

    assert "„Newsletter“ zurückziehen?" in question.content.decode()
    with tenant_context(dortmund):
        assert not ApiKey.objects.get().is_usable


@pytest.mark.parametrize("role", ["Redaktion", "Autor:in"])
@pytest.mark.parametrize("path", ["/admin/apikeys/", ADD, "/admin/apikeys/1/revoke/"])
def test_others_get_nowhere(dortmund, client_for, staff, role, path) -> None:
    client = client_for(dortmund, staff(dortmund, role))

    assert client.get(path).status_code == 302
    assert client.post(path).status_code == 302


def test_the_other_citys_key_is_not_there(dortmund, duesseldorf, admin) -> None:
    with tenant_context(duesseldorf):
        key, _secret = make_key("Nur in Düsseldorf", ["news:write"], 30, None)

    assert "Nur in" not in admin.get("/admin/apikeys/").content.decode()
    assert admin.post(f"/admin/apikeys/{key.pk}/revoke/").status_code == 404


def test_the_menu_leads_there(admin) -> None:
    assert "/admin/apikeys/" in admin.get("/admin/").content.decode()
