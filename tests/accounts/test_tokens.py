"""Links for a new password hold in their own tenant, and after a change of SECRET_KEY."""

import pytest
from django.test import override_settings

from verbund.accounts.models import User
from verbund.accounts.tokens import password_tokens
from verbund.tenancy.context import NoTenant, tenant_context

NEW, OLD = "n" * 50, "o" * 50


def account() -> User:
    return User(pk=900_001, email="gleich@stadt.test", password="md5$salz$gleich")


def test_a_link_is_none_for_the_same_account_elsewhere(dortmund, duesseldorf):
    with tenant_context(dortmund):
        token = password_tokens.make_token(account())
        assert password_tokens.check_token(account(), token)
    with tenant_context(duesseldorf):
        assert not password_tokens.check_token(account(), token)


def test_a_replaced_key_still_reads_its_links(in_dortmund):
    with override_settings(SECRET_KEY=OLD):
        token = password_tokens.make_token(account())

    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[OLD]):
        assert password_tokens.check_token(account(), token)
        assert password_tokens.make_token(account()) != token
    with override_settings(SECRET_KEY=NEW):
        assert not password_tokens.check_token(account(), token)


def test_a_link_ends_with_the_password_that_it_replaces(in_dortmund):
    token = password_tokens.make_token(account())
    changed = account()
    changed.set_password("lampe fluss teppich")

    assert not password_tokens.check_token(changed, token)


def test_there_is_none_outside_a_tenant(db):
    with pytest.raises(NoTenant):
        password_tokens.make_token(account())
