"""A plugin that does not fit stops the start and says why."""

import sys
from types import ModuleType
from typing import Any, ClassVar

import pytest
from dummy_plugin.apps import DummyConfig

from verbund.plugin.checks import plugins_fit, plugins_of_tenants_are_installed
from verbund.plugin.config import ContributionError, PluginSettings
from verbund.plugin.contributions import KINDS, RoleDefinition
from verbund.plugin.gate import find_plugin
from verbund.tenancy.domain.plugins import set_plugin
from verbund.tenancy.models import Tenant


def found() -> list[tuple[str, str]]:
    return [(str(one.id), one.msg) for one in plugins_fit(None)]


def test_our_plugins_fit() -> None:
    assert found() == []


def test_another_version_of_the_api(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DummyConfig, "works_with", 2)

    assert found() == [("verbund.E010", "The plugin dummy was made for API 2, this is 1.")]


def test_a_missing_requirement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DummyConfig, "requires", ("nobody",))

    assert found() == [
        ("verbund.E011", "The plugin dummy requires nobody, which is not installed.")
    ]


def test_a_cycle(monkeypatch: pytest.MonkeyPatch) -> None:
    news = find_plugin("news")
    monkeypatch.setattr(DummyConfig, "requires", ("news",))
    monkeypatch.setattr(type(news), "requires", ("dummy",))

    assert [number for number, _text in found()] == ["verbund.E012", "verbund.E012"]


def test_no_title(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DummyConfig, "title", "")

    assert found() == [("verbund.E013", "The plugin dummy has no title or no description.")]


@pytest.mark.parametrize("value", [["a list"], ("a text",), 3])
def test_a_contribution_of_another_type(value: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import dummy_plugin.jobs

    monkeypatch.setattr(dummy_plugin.jobs, "jobs", value)

    [(number, text)] = found()
    assert number == "verbund.E014"
    assert text.startswith("dummy_plugin.jobs.jobs is ")
    assert text.endswith("use a tuple of Job.")


@pytest.mark.parametrize(("prefix", "owner"), [("news", "news"), ("admin", "the platform")])
def test_a_name_that_another_has(prefix: str, owner: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DummyConfig, "api_prefix", prefix)

    [(number, text)] = found()
    assert number == "verbund.E015"
    assert f"claim the name “{prefix}”" in text
    assert owner in text


def test_a_role_that_another_has(monkeypatch: pytest.MonkeyPatch) -> None:
    import dummy_plugin.roles

    monkeypatch.setattr(dummy_plugin.roles, "roles", (RoleDefinition("Redaktion", "Mine."),))

    assert found() == [
        ("verbund.E019", "dummy and accounts both define the role “Redaktion”."),
    ]


def test_two_apps_of_one_label_are_refused_by_django() -> None:
    from django.apps.registry import Apps
    from django.core.exceptions import ImproperlyConfigured

    with pytest.raises(ImproperlyConfigured, match="labels aren't unique"):
        Apps(["dummy_plugin.apps.DummyConfig", "dummy_plugin.apps.DummyConfig"])


def test_a_kind_without_docs(monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        pass

    monkeypatch.setitem(KINDS, "whispers", ("whispers", Silent))

    assert found() == [("verbund.E016", "The contribution “whispers” is not documented.")]


def test_a_setting_that_no_field_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    class Odd(PluginSettings):
        tree: ClassVar[int] = 1
        nested: dict[str, int] = {}

    monkeypatch.setattr(DummyConfig, "settings_model", Odd)

    [(number, text)] = found()
    assert number == "verbund.E017"
    assert "dummy: The setting nested is dict[str, int]" in text


def test_a_tenant_with_a_plugin_that_is_not_installed(dortmund: Tenant) -> None:
    set_plugin(dortmund, "gone", enabled=True)
    set_plugin(dortmund, "gone-and-off", enabled=False)

    [error] = plugins_of_tenants_are_installed(None, databases=["default"])

    assert error.id == "verbund.E018"
    assert error.msg == "dortmund has the plugin gone on, which is not installed."


def test_an_import_error_inside_a_file_is_loud(
    dummy: DummyConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "dummy_plugin.jobs")
    monkeypatch.setitem(sys.modules, "verbund.plugin", ModuleType("verbund.plugin"))

    with pytest.raises(ImportError, match="cannot import name 'Job'"):
        dummy.file("jobs")


def test_a_file_that_is_not_there_is_no_error(dummy: DummyConfig) -> None:
    assert dummy.file("nothing") is None


def test_a_contribution_error_names_file_and_attribute(
    dummy: DummyConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dummy_plugin.demo

    monkeypatch.setattr(dummy_plugin.demo, "demo_content", None)

    with pytest.raises(ContributionError, match=r"dummy_plugin\.demo\.demo_content is None"):
        dummy.contributions("demo_content")
