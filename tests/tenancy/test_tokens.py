"""Tokens hold for one tenant, one purpose and their time."""

from datetime import timedelta
from unittest import mock

import pytest
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbund.tenancy.context import NoTenant, tenant_context
from verbund.tenancy.tokens import BadToken, ExpiredToken, TenantSigner, digest, digests

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(value=VALUES, purpose=st.text(min_size=1))
def test_a_signed_value_comes_back_and_nowhere_else(dortmund, duesseldorf, value, purpose):
    with tenant_context(dortmund):
        token = TenantSigner(purpose).sign(value)
        assert TenantSigner(purpose).read(token) == value
        with pytest.raises(BadToken):
            TenantSigner(purpose + "x").read(token)
    with tenant_context(duesseldorf), pytest.raises(BadToken):
        TenantSigner(purpose).read(token)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(token=st.text())
def test_whatever_is_typed_is_a_bad_token(in_dortmund, token):
    with pytest.raises(BadToken):
        TenantSigner("link").read(token)


def test_a_token_ends(in_dortmund):
    with mock.patch("time.time", return_value=1_000_000):
        token = TenantSigner("link").sign("x")
    with mock.patch("time.time", return_value=1_000_000 + 899):
        assert TenantSigner("link").read(token, timedelta(minutes=15)) == "x"
    with mock.patch("time.time", return_value=1_000_000 + 901), pytest.raises(ExpiredToken):
        TenantSigner("link").read(token, timedelta(minutes=15))


def test_a_key_that_was_replaced_still_reads_what_it_signed(in_dortmund):
    with override_settings(SECRET_KEY="a" * 50):
        token = TenantSigner("link").sign("x")
        stored = digest("code", "123456")
    with override_settings(SECRET_KEY="b" * 50, SECRET_KEY_FALLBACKS=["a" * 50]):
        assert TenantSigner("link").read(token) == "x"
        assert stored in digests("code", "123456")
        assert stored != digest("code", "123456")
    with override_settings(SECRET_KEY="b" * 50), pytest.raises(BadToken):
        TenantSigner("link").read(token)


def test_a_digest_is_no_use_at_another_tenant(dortmund, duesseldorf):
    with tenant_context(dortmund):
        here = digest("code", "123456")
    with tenant_context(duesseldorf):
        assert digest("code", "123456") != here


def test_no_token_without_a_tenant(dortmund):
    with pytest.raises(NoTenant):
        TenantSigner("link").sign("x")
