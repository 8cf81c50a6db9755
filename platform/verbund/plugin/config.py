"""Base classes of app configs that contribute: the core's parts and plugins."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from django.apps import AppConfig
from pydantic import BaseModel, ConfigDict

from verbund.plugin.contributions import KINDS

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from verbund.tenancy.models import Tenant

KindName = Literal["city", "network", "operator"]


class ContributionError(TypeError):
    """A file of a plugin holds something else than the API asks for."""


class PluginSettings(BaseModel):
    """Base of a plugin's settings: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ContributingConfig(AppConfig):
    """An app whose files contribute; without a plugin's label it is always on."""

    default = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # Django looks for the one config in an apps.py: not these bases, which it imports.
        super().__init_subclass__(**kwargs)
        cls.default = cls.__dict__.get("default", True)

    def file(self, name: str) -> ModuleType | None:
        """The app's module of this name, None if there is no such file.

        An import error inside the file is raised, never swallowed.
        """
        path = f"{self.name}.{name}"
        return import_module(path) if find_spec(path) else None

    def contributions(self, kind: str) -> tuple[Any, ...]:
        """What the app adds of this kind, in the order of its file.

        :raises ContributionError: not a tuple, or a member of another type.
        """
        file_name, wanted = KINDS[kind]
        module = self.file(file_name)
        found = getattr(module, kind, ()) if module else ()
        if not isinstance(found, tuple) or not all(isinstance(one, wanted) for one in found):
            raise ContributionError(
                f"{self.name}.{file_name}.{kind} is {found!r}: use a tuple of {wanted.__name__}."
            )
        return found


class PluginConfig(ContributingConfig):
    """A plugin: found through the entry point group ``verbund.plugins``.

    ``works_with`` is the major version of this API; ``requires`` names labels of other plugins.
    """

    default = False

    title: ClassVar["StrOrPromise"] = ""
    description: ClassVar["StrOrPromise"] = ""
    category: ClassVar[Literal["content", "people", "resources", "service"]] = "content"
    version: ClassVar[str] = "0"
    works_with: ClassVar[int] = 1
    requires: ClassVar[tuple[str, ...]] = ()
    kinds: ClassVar[tuple[KindName, ...]] = ("city", "network")
    api_prefix: ClassVar[str] = ""
    settings_model: ClassVar[type[PluginSettings]] = PluginSettings

    def installed(self, tenant: "Tenant") -> None:
        """Called inside the tenant after the plugin was switched on there."""

    def uninstalled(self, tenant: "Tenant") -> None:
        """Called inside the tenant after the plugin was switched off there; deletes nothing."""
