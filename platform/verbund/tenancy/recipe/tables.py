"""The tables of a tenant file: frozen, and an unknown key is an error with its place."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from django.utils.translation import gettext as _
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from verbund.tenancy.recipe import files, rules
from verbund.tenancy.recipe.known import known, one_of

Text = Annotated[str, StringConstraints(min_length=1, max_length=200)]
SchemaName = Annotated[str, AfterValidator(rules.schema_name)]
DomainName = Annotated[str, AfterValidator(rules.domain)]
Slug = Annotated[str, AfterValidator(rules.slug)]
Email = Annotated[str, AfterValidator(rules.email)]
Colour = Annotated[str, AfterValidator(rules.colour)]
Postcode = Annotated[str, AfterValidator(rules.postcode)]
Colours = dict[str, Colour]


def _language_exists(code: str, info: ValidationInfo) -> str:
    return one_of(code, known(info).languages, _("There is no language “{value}”."))


def _plugin_exists(label: str, info: ValidationInfo) -> str:
    return one_of(label, known(info).plugins, _("There is no plugin “{value}”."))


LanguageCode = Annotated[str, AfterValidator(_language_exists)]
PluginLabel = Annotated[str, AfterValidator(_plugin_exists)]


class Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _file_inside(path: Path | None, info: ValidationInfo) -> Path | None:
    """A file named in the recipe; the web form has no folder, and names no file."""
    folder = known(info).folder
    return files.inside(folder, path) if path and folder else path


class Brand(Table):
    """How the site looks; names of palettes, patterns and roles are checked by the theme."""

    short_name: str = ""
    claim: str = ""
    logo: Path | None = None
    palette: str = ""
    pattern: str = ""
    mark: str = ""
    accent: Colour | None = None
    light: Colours = {}
    dark: Colours = {}
    shape: dict[str, str] = {}

    @field_validator("logo")
    @classmethod
    def logo_can_be_read(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        path = _file_inside(path, info)
        return files.picture(path) if path and path.is_absolute() else path

    @property
    def tokens(self) -> dict[str, Any]:
        """What is set here, in the shape that theming reads from Tenant.tokens."""
        names = {"palette": self.palette, "pattern": self.pattern, "mark": self.mark}
        accent = {"accent": self.accent} if self.accent else {}
        tables = {"light": {**accent, **self.light}, "dark": self.dark, "shape": self.shape}
        return {key: value for key, value in {**names, **tables}.items() if value}


class Legal(Table):
    """What Impressum, data protection and accessibility pages are made from."""

    name: Text
    legal_form: Text
    register_court: str = ""
    register_number: str = ""
    tax_note: str = ""
    represented_by: Text
    responsible_for_content: Text
    supervisory_authority: str = ""
    data_protection_authority: Text
    data_protection_authority_url: str = ""
    data_protection_officer: str = ""
    data_protection_email: Email
    enforcement_body: Text
    enforcement_body_url: str = ""
    accessibility_email: Email
    accessibility_tested: date | None = None
    accessibility_gaps: tuple[str, ...] = ()
    dispute_note: str = ""


class OpeningHours(Table):
    days: Text
    hours: Text


class Contact(Table):
    street: Text
    postcode: Postcode
    city: Text
    building: str = ""
    phone: Text
    email: Email
    press_email: Email | None = None
    press_phone: str = ""
    opening_hours: tuple[OpeningHours, ...] = ()
    access: str = ""


class Admin(Table):
    email: Email
    first_name: str = ""
    last_name: str = ""


class Membership(Table):
    """A city's place in a network."""

    network: SchemaName
    joined: date
    focus: str = ""


class NetworkProfile(Table):
    """What a network says of itself."""

    title: Text
    project: str = ""
    description: str = ""
    since: date | None = None


class StartPage(Table):
    """A page that the site begins with; its text stands here or in a content file."""

    slug: Slug
    title: Text
    body: str = ""
    file: Path | None = None
    parent: Slug | None = None
    in_menu: bool = False
    published: bool = False

    @field_validator("slug")
    @classmethod
    def slug_is_no_language(cls, slug: str, info: ValidationInfo) -> str:
        if slug in known(info).languages:
            raise ValueError(
                _("“{slug}” is the address of a language. Choose another one.").format(slug=slug)
            )
        return slug

    @field_validator("file")
    @classmethod
    def file_is_there(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if path and info.data.get("body"):
            raise ValueError(_("Give “body” or “file”, not both."))
        return _file_inside(path, info)


class Pages(Table):
    start: tuple[StartPage, ...] = ()

    @field_validator("start")
    @classmethod
    def slugs_are_unique(cls, pages: tuple[StartPage, ...]) -> tuple[StartPage, ...]:
        seen: set[str] = set()
        for page in pages:
            if page.slug in seen:
                raise ValueError(_("Two pages have the slug “{slug}”.").format(slug=page.slug))
            if page.parent and page.parent not in seen:
                raise ValueError(
                    _("“{slug}”: no page above it has the slug “{parent}”.").format(
                        slug=page.slug, parent=page.parent
                    )
                )
            seen.add(page.slug)
        return pages


class PluginRecipe(Table):
    """That the table is there switches the plugin on; its own model checks the settings."""

    enabled: bool = True
    settings: dict[str, Any] = {}
