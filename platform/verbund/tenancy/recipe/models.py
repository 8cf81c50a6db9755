"""The tenant file's model; each kind of tenant has a class of its own."""

from pathlib import Path
from typing import Annotated, Any, Literal

from django.utils.translation import gettext as _
from pydantic import Field, PrivateAttr, StringConstraints, ValidationInfo, field_validator

from verbund.tenancy.recipe.known import known, one_of
from verbund.tenancy.recipe.tables import (
    Admin,
    Brand,
    Contact,
    DomainName,
    LanguageCode,
    Legal,
    Membership,
    NetworkProfile,
    Pages,
    PluginLabel,
    PluginRecipe,
    SchemaName,
    Table,
    Text,
)

Kind = Literal["city", "network", "operator"]


class Recipe(Table):
    """What all kinds have; `read_recipe` picks the kind's own class."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=100)]
    association: Text
    schema_name: SchemaName = Field(alias="schema")
    domains: tuple[DomainName, ...] = Field(min_length=1)
    kind: Kind
    theme: str
    languages: tuple[LanguageCode, ...] = ("de",)
    address_form: Literal["Sie", "du"] = "Sie"
    brand: Brand = Brand()
    legal: Legal | None = None
    contact: Contact | None = None
    admin: Admin
    network: Membership | NetworkProfile | None = None
    pages: Pages = Pages()
    plugins: dict[PluginLabel, PluginRecipe] = {}
    _folder: Path | None = PrivateAttr(None)

    def model_post_init(self, context: Any) -> None:
        self._folder = context.folder

    @field_validator("domains")
    @classmethod
    def domains_are_unique(cls, domains: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(domains)) < len(domains):
            raise ValueError(_("A domain stands here twice. Leave one out."))
        return domains

    @field_validator("theme")
    @classmethod
    def theme_exists(cls, theme: str, info: ValidationInfo) -> str:
        return one_of(theme, known(info).themes, _("There is no theme “{value}”."))

    @field_validator("languages")
    @classmethod
    def german_leads(cls, codes: tuple[str, ...]) -> tuple[str, ...]:
        if codes[:1] != ("de",):
            raise ValueError(_("The first language is “de”: German is the site's base."))
        if len(set(codes)) < len(codes):
            raise ValueError(_("A language stands here twice. Leave one out."))
        return codes

    @property
    def folder(self) -> Path | None:
        """Where the tenant file lies, beside content/ and media/; None from the web form."""
        return self._folder

    @property
    def canonical_domain(self) -> str:
        return self.domains[0]

    @property
    def enabled_plugins(self) -> tuple[str, ...]:
        return tuple(label for label, plugin in self.plugins.items() if plugin.enabled)


class CityRecipe(Recipe):
    kind: Literal["city"]
    legal: Legal
    contact: Contact
    network: Membership | None = None


class NetworkRecipe(Recipe):
    kind: Literal["network"]
    legal: Legal
    contact: Contact
    network: NetworkProfile


class OperatorRecipe(Recipe):
    """Operators have no public pages, so no legal profile, and belong to no network."""

    kind: Literal["operator"]
    network: None = None
