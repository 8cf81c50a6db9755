"""Nobody is logged in anywhere but where she logged in."""

from collections.abc import Callable

from allauth.account.utils import user_pk_to_url_str
from django.contrib.sessions.models import Session
from django.test import Client

from tests.isolation.helpers import browser
from verbund.accounts.models import User
from verbund.accounts.tokens import password_tokens
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

Clients = Callable[..., Client]
Staff = Callable[[Tenant, str], User]


def twins(dortmund: Tenant, duesseldorf: Tenant) -> tuple[User, User]:
    """Accounts as alike as a careless clone makes them: key, address, even the hash."""
    found = []
    for tenant in (dortmund, duesseldorf):
        with tenant_context(tenant):
            user = User(pk=900_001, email="gleich@stadt.test", password="md5$salz$gleich")
            user.save()
            found.append(user)
    return found[0], found[1]


def test_a_session_cookie_of_one_city_opens_nothing_in_another(
    dortmund: Tenant, duesseldorf: Tenant, client_for: Clients, staff: Staff
) -> None:
    """Mend: sessions are rows of a tenant's schema, never signed cookies (check E002)."""
    client = client_for(dortmund, staff(dortmund, "Administration"))
    stolen = client.cookies["session"].value
    other = browser(duesseldorf)
    other.cookies["session"] = stolen

    assert client.get("/admin/").status_code == 200
    assert other.get("/admin/").status_code == 302
    with tenant_context(duesseldorf):
        assert not Session.objects.filter(session_key=stolen).exists()


def test_cookies_are_for_their_host_alone(
    dortmund: Tenant, client_for: Clients, staff: Staff
) -> None:
    """Mend: no cookie domain (check E003)."""
    client = client_for(dortmund)
    client.post("/anmeldung/", {"login": "editor@dortmund.test", "password": "ein-langes-passwort"})

    assert {morsel["domain"] for morsel in client.cookies.values()} == {""}


def test_a_reset_link_of_one_city_is_no_good_in_another(
    dortmund: Tenant, duesseldorf: Tenant
) -> None:
    """Even with the same key and hash. Mend: TenantTokenGenerator has a key a tenant."""
    user, _twin = twins(dortmund, duesseldorf)
    with tenant_context(dortmund):
        token = password_tokens.make_token(user)
    path = f"/anmeldung/passwort/neu/{user_pk_to_url_str(user)}-{token}/"

    here = browser(dortmund).get(path)
    there = browser(duesseldorf).get(path)

    assert here.status_code == 302
    assert here["Location"].endswith("-set-password/")
    assert there.status_code == 200
    assert "gilt nicht" in there.content.decode()


def test_public_has_no_accounts_and_no_sessions(dortmund: Tenant) -> None:
    """A missing schema would fall through to them. Mend: these apps are the tenants' alone."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = {row[0] for row in cursor.fetchall()}

    assert (
        tables & {"accounts_user", "django_session", "auth_group", "django_content_type"} == set()
    )
