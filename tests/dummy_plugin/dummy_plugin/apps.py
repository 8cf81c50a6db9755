"""The dummy plugin: its settings show every type that a form can show."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from annotated_types import Ge, Le, MaxLen
from pydantic import Field

from verbund.plugin import PluginConfig, PluginSettings

if TYPE_CHECKING:
    # Models can't be imported yet when Django reads this file.
    from verbund.plugin import Tenant


class DummySettings(PluginSettings):
    per_page: Annotated[int, Ge(1), Le(50)] = Field(10, title="Lines a page")
    greeting: Annotated[str, MaxLen(40)] = Field("Hallo", description="Stands on top.")
    loud: bool = False
    colour: Literal["red", "green"] = "red"
    words: tuple[str, ...] = ()
    since: date | None = None
    share: float = 0.5


class DummyConfig(PluginConfig):
    name = "dummy_plugin"
    label = "dummy"
    default_auto_field = "django.db.models.BigAutoField"
    title = "Dummy"
    description = "Tries out every kind of contribution."
    category = "service"
    version = "1.0"
    works_with = 1
    api_prefix = "dummies"
    settings_model = DummySettings
    calls: ClassVar[list[tuple[str, str]]] = []

    def installed(self, tenant: "Tenant") -> None:
        self.calls.append(("installed", tenant.schema_name))

    def uninstalled(self, tenant: "Tenant") -> None:
        self.calls.append(("uninstalled", tenant.schema_name))
