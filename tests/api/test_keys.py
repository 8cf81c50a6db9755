"""A key opens what it was made for, at its own site, until its end."""

import datetime as dt

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from wagtail.models import ModelLogEntry

from verbund.accounts.journal_actions import Act
from verbund.api.domain.keys import UnknownKey, find_key, make_key, note_use, revoke_key
from verbund.api.models import ApiKey
from verbund.tenancy.context import tenant_context


def test_a_key_is_found_by_its_secret_alone(in_dortmund) -> None:
    key, secret = make_key("Newsletter", ["news:write"], 30, None)

    assert find_key(secret) == key
    for wrong in ("", secret[:-1], secret + "x", secret.swapcase(), key.digest, key.prefix, "ä"):
        with pytest.raises(UnknownKey):
            find_key(wrong)


def test_the_secret_is_stored_nowhere(in_dortmund) -> None:
    _key, secret = make_key("Newsletter", ["news:write"], 30, None)

    with connection.cursor() as cursor:
        cursor.execute("SELECT apikeys_apikey::text FROM apikeys_apikey")
        (row,) = cursor.fetchone()
    hidden = secret.removeprefix("vb_").partition("_")[2]
    assert hidden not in row
    assert len(hidden) == 43


def test_a_key_of_one_city_is_none_in_the_other(dortmund, duesseldorf) -> None:
    """The same row there, as a restore or a clone would make it, opens nothing either."""
    with tenant_context(dortmund):
        key, secret = make_key("Newsletter", ["news:write"], 30, None)
    with tenant_context(duesseldorf):
        ApiKey.objects.create(
            name=key.name,
            prefix=key.prefix,
            digest=key.digest,
            scopes=key.scopes,
            expires=key.expires,
        )

        with pytest.raises(UnknownKey):
            find_key(secret)
    with tenant_context(dortmund):
        assert find_key(secret) == key


def test_an_ended_key_opens_nothing(in_dortmund) -> None:
    key, secret = make_key("Newsletter", ["news:write"], 30, None)
    ApiKey.objects.filter(pk=key.pk).update(expires=timezone.now() - dt.timedelta(seconds=1))

    with pytest.raises(UnknownKey):
        find_key(secret)


def test_a_key_that_was_taken_back_opens_nothing(in_dortmund, staff) -> None:
    admin = staff(in_dortmund, "Administration")
    with tenant_context(in_dortmund):
        key, secret = make_key("Newsletter", ["news:write"], 30, admin)

        revoke_key(key, admin)
        revoke_key(key, admin)

        with pytest.raises(UnknownKey):
            find_key(secret)
        acts = ModelLogEntry.objects.filter(user_id=admin.pk).order_by("timestamp")
        assert list(acts.values_list("action", flat=True)) == [Act.TOKEN_MADE, Act.TOKEN_REVOKED]
        assert secret not in " ".join(acts.values_list("label", flat=True))


def test_a_key_holds_while_the_secret_key_of_the_installation_changes(in_dortmund) -> None:
    with override_settings(SECRET_KEY="a" * 60, SECRET_KEY_FALLBACKS=[]):
        key, secret = make_key("Newsletter", ["news:write"], 30, None)

    with override_settings(SECRET_KEY="b" * 60, SECRET_KEY_FALLBACKS=["a" * 60]):
        assert find_key(secret) == key
    with override_settings(SECRET_KEY="b" * 60, SECRET_KEY_FALLBACKS=[]), pytest.raises(UnknownKey):
        find_key(secret)


def test_the_day_of_use_is_kept_and_nothing_finer(in_dortmund) -> None:
    key, _secret = make_key("Newsletter", ["news:write"], 30, None)

    note_use(key)

    assert ApiKey.objects.get().last_used == timezone.localdate()
