"""On and off: a flag, with what a plugin needs and what needs it."""

import pytest
from dummy_plugin.apps import DummyConfig
from pydantic import ValidationError

from verbund.plugin.gate import find_plugin, is_enabled
from verbund.plugin.settings import UnknownPlugin, plugin_settings
from verbund.plugin.switching import PluginInUse, disable_plugin, enable_plugin
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant


def test_a_plugin_hears_that_it_is_on_and_off_once_each(
    dortmund: Tenant, dummy: DummyConfig
) -> None:
    enable_plugin(dortmund, "dummy")
    enable_plugin(dortmund, "dummy")
    disable_plugin(dortmund, "dummy")
    disable_plugin(dortmund, "dummy")

    assert dummy.calls == [("installed", "dortmund"), ("uninstalled", "dortmund")]


def test_on_here_is_not_on_there(dummy_on: Tenant, duesseldorf: Tenant) -> None:
    assert is_enabled("dummy", dummy_on)
    assert not is_enabled("dummy", duesseldorf)


def test_what_it_requires_comes_with_it(
    dortmund: Tenant, dummy: DummyConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DummyConfig, "requires", ("news",))
    disable_plugin(dortmund, "news")

    enable_plugin(dortmund, "dummy")

    assert is_enabled("news", dortmund)


def test_what_another_needs_stays_on(dummy_on: Tenant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(find_plugin("news")), "requires", ("dummy",))

    with pytest.raises(PluginInUse, match="news"):
        disable_plugin(dummy_on, "dummy")

    assert is_enabled("dummy", dummy_on)


def test_an_unknown_plugin_is_refused(dortmund: Tenant) -> None:
    with pytest.raises(UnknownPlugin, match="No plugin “nobody” is installed"):
        enable_plugin(dortmund, "nobody")
    with pytest.raises(UnknownPlugin):
        plugin_settings("nobody", dortmund)


def test_wrong_settings_are_refused_and_nothing_is_switched(
    dortmund: Tenant, dummy: DummyConfig
) -> None:
    with pytest.raises(ValidationError, match="per_page"):
        enable_plugin(dortmund, "dummy", {"per_page": 0})

    assert not is_enabled("dummy", dortmund)


def test_settings_stay_while_it_is_off(dummy_on: Tenant) -> None:
    set_plugin(dummy_on, "dummy", enabled=True, settings={"greeting": "Moin"})

    disable_plugin(dummy_on, "dummy")
    enable_plugin(dummy_on, "dummy")

    assert plugin_settings("dummy", dummy_on).greeting == "Moin"


def test_a_stored_value_that_no_longer_fits_is_the_default(dummy_on: Tenant) -> None:
    stored = {"per_page": 5000, "greeting": "Moin", "gone": 1}
    set_plugin(dummy_on, "dummy", enabled=True, settings=stored)

    settings = plugin_settings("dummy", dummy_on)

    assert (settings.per_page, settings.greeting) == (10, "Moin")
