"""The form of an entry: words of the lists as ticks, and what others changed meanwhile."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from plugins.members.domain.differences import label_of
from plugins.members.domain.writing import free_slug
from plugins.members.enums import ListKind
from plugins.members.models import Change, Organisation, Term


class TermsField(forms.ModelMultipleChoiceField):
    """Ticks for the words of one list; retired ones only where the entry has them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, kind: ListKind, label: Any, help_text: Any = "") -> None:
        found = Term.objects.filter(kind=kind).order_by("sort_key")
        super().__init__(found, required=False, label=label, help_text=help_text)
        self.widget.attrs["class"] = "members-ticks"


class OfferForm(WagtailAdminModelForm):
    """A row: its spoken languages are kept by the form around it, once the row has a key."""

    def _save_m2m(self) -> None:
        """See `EntryForm`: this is called before the row is saved."""


class EntryForm(WagtailAdminModelForm):
    """Wagtail's form with a field for each list, and the version that was seen."""

    terms_topic = TermsField(ListKind.TOPIC, gettext_lazy("Topics"))
    terms_language = TermsField(
        ListKind.LANGUAGE,
        gettext_lazy("Languages"),
        gettext_lazy("Which languages are spoken there?"),
    )
    terms_quarter = TermsField(
        ListKind.QUARTER, gettext_lazy("Quarters"), gettext_lazy("Where is it active?")
    )
    terms_group = TermsField(ListKind.GROUP, gettext_lazy("Target groups"))
    terms_background = TermsField(ListKind.BACKGROUND, gettext_lazy("Backgrounds"))
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    FIELDS: ClassVar[dict[str, ListKind]] = {
        f"terms_{kind.value}": kind for kind in ListKind if kind != ListKind.OFFER
    }

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["members/admin.css"]}

    @staticmethod
    def name_of(kind: ListKind) -> str:
        return f"terms_{kind.value}"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = list(self.instance.terms.all()) if self.instance.pk else []
        for name, kind in self.FIELDS.items():
            mine = [term.pk for term in held if term.kind == kind]
            field: Any = self.fields[name]
            field.queryset = field.queryset.filter(retired=False) | field.queryset.filter(
                pk__in=mine
            )
            self.initial[name] = mine
        self.fields["slug"].required = False
        self.initial["seen_version"] = self.instance.version

    def clean_slug(self) -> str:
        typed: str = self.cleaned_data.get("slug") or ""
        return typed or free_slug(self.cleaned_data.get("name", ""), but=self.instance.pk)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self._check_texts()
        self._check_version(cleaned.get("seen_version"))
        return cleaned

    def _check_texts(self) -> None:
        """Each language once, and the German one must not be missing."""
        rows = [form for form in self.formsets["texts"].forms if _stays(form)]
        seen: set[str] = set()
        for form in rows:
            language = form["language"].value()
            if language in seen:
                form.add_error("language", _("There is another text in this language."))
            seen.add(language)
        if seen and settings.LANGUAGE_CODE not in seen:
            raise ValidationError(_("The German text is missing; the others stand beside it."))

    def _check_version(self, seen: int | None) -> None:
        """Nobody's change is overwritten unseen; what is typed here stays in the form."""
        if not self.instance.pk or seen is None:
            return
        now = Organisation.objects.values_list("version", flat=True).get(pk=self.instance.pk)
        if now == seen:
            return
        self.data: Any = self.data.copy()
        self.data[self.add_prefix("seen_version")] = str(now)
        raise ValidationError(_meanwhile(self.instance, now - seen))

    def save(self, commit: bool = True) -> Organisation:
        organisation: Organisation = super().save(commit)
        if commit:
            self._save_terms(organisation)
            self._save_spoken()
        return organisation

    def _save_terms(self, organisation: Organisation) -> None:
        of_no_field = organisation.terms.exclude(kind__in=self.FIELDS.values())
        chosen = [term for name in self.FIELDS for term in self.cleaned_data[name]]
        organisation.terms.set([*of_no_field, *chosen])

    def _save_spoken(self) -> None:
        """After the rows: what is many to many needs their keys."""
        for form in self.formsets["offers"].forms:
            if _stays(form) and form.instance.pk:
                form.instance.spoken.set(form.cleaned_data.get("spoken", ()))


def _stays(form: Any) -> bool:
    if not hasattr(form, "cleaned_data") or form.cleaned_data.get("DELETE"):
        return False
    return bool(form.instance.pk or form.has_changed())


def _meanwhile(organisation: Organisation, count: int) -> Any:
    """Who changed what since this form was opened, and what to do."""
    changes = Change.objects.filter(organisation=organisation)[: max(count, 1)]
    lines = [
        (str(label_of(one["field"])), one["old"] or "–", one["new"] or "–", change.by)
        for change in changes
        for one in change.fields
    ]
    said = format_html_join("; ", "{}: „{}“ → „{}“ ({})", lines)
    text = _(
        "Somebody changed this entry while you had it open: %(changes)s. Nothing you typed is "
        "lost. Take over what is right and save again; then your version stands."
    )
    return text % {"changes": said}
