"""The controlled lists in the admin: one table of words, filtered by the list they belong to."""

from typing import Any

import django_filters
from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import DeleteView, IndexView, SnippetViewSet

from plugins.members.domain.lists import slug_of
from plugins.members.domain.words import uses_of, with_uses
from plugins.members.enums import ListKind
from plugins.members.models import Term


class TermForm(WagtailAdminModelForm):
    """A word: its list is chosen once, names in other languages one a line."""

    of_list = forms.ChoiceField(label=gettext_lazy("List"), choices=ListKind.choices)
    other_names = forms.CharField(
        label=gettext_lazy("Name in other languages"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One a line, with the code of its language: “tr: Eğitim”."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if self.instance.pk:
            self.fields["of_list"].disabled = True
        self.initial["of_list"] = self.instance.kind
        names = self.instance.names.items()
        self.initial["other_names"] = "\n".join(f"{code}: {name}" for code, name in names)

    def clean_other_names(self) -> dict[str, str]:
        known = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
        names: dict[str, str] = {}
        for line in self.cleaned_data["other_names"].splitlines():
            code, colon, name = (part.strip() for part in line.partition(":"))
            if not line.strip():
                continue
            if not colon or code not in known or not name:
                text = _("“%(line)s” is not understood. Write code, colon, name: “tr: Eğitim”.")
                raise forms.ValidationError(text, params={"line": line.strip()})
            names[code] = name[:80]
        return names

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.instance.kind = cleaned.get("of_list") or self.instance.kind
        self.instance.names = cleaned.get("other_names", self.instance.names)
        slug = cleaned.get("slug") or slug_of(cleaned.get("name", ""))
        cleaned["slug"] = slug
        same = Term.objects.filter(kind=self.instance.kind, slug=slug).exclude(pk=self.instance.pk)
        if slug and same.exists():
            self.add_error("slug", _("The list has a word of this short name already."))
        return cleaned


class TermsFilterSet(WagtailFilterSet):
    """?kind=language&retired=false"""

    kind = django_filters.ChoiceFilter(label=gettext_lazy("List"), choices=ListKind.choices)

    class Meta:
        model = Term
        fields = ("kind", "retired")


class TermsView(IndexView):
    """All words by list and name, with how many entries have each."""

    default_ordering = ("kind", "sort_key")

    @cached_property
    def columns(self) -> list[Column]:
        bulk, *_rest = super().columns
        title = self._get_title_column("name")
        title.label, title.sort_key = gettext_lazy("Name"), "sort_key"
        return [
            bulk,
            title,
            Column("kind", label=gettext_lazy("List"), accessor="get_kind_display"),
            Column("native_name", label=gettext_lazy("Own name")),
            Column("slug", label=gettext_lazy("Short name")),
            Column("uses", label=gettext_lazy("Entries")),
            BooleanColumn("retired", label=gettext_lazy("Not offered any more")),
        ]

    def get_base_queryset(self) -> Any:
        return with_uses(super().get_base_queryset())


class TermDeleteView(DeleteView):
    """A word that entries have is better retired: deleting takes it from all of them."""

    @property
    def confirmation_message(self) -> str:
        count = uses_of(self.object)
        if not count:
            return _("No entry has this word. Delete it?")
        text = ngettext(
            "%(count)d entry has this word and would lose it. Better tick “not offered any more”: "
            "then it keeps it and no new one gets it. Delete it all the same?",
            "%(count)d entries have this word and would lose it. Better tick “not offered any "
            "more”: then they keep it and no new one gets it. Delete it all the same?",
            count,
        )
        return text % {"count": count}


class TermViewSet(SnippetViewSet):
    model = Term
    icon = "list-ul"
    menu_label = gettext_lazy("Lists of the directory")
    menu_name = "members-lists"
    menu_order = 162
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = TermsView
    delete_view_class = TermDeleteView
    filterset_class = TermsFilterSet
    search_fields = ("name", "native_name", "slug", "sort_key")
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("of_list"),
            FieldPanel("name"),
            FieldPanel("slug"),
            FieldPanel("native_name"),
            FieldPanel("other_names"),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("row"), FieldPanel("column")])],
                heading=gettext_lazy("Place in the drawn overview (quarters only)"),
            ),
            FieldPanel("retired"),
        ],
        base_form_class=TermForm,
    )
