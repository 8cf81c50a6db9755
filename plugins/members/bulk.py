"""What staff do with many entries at once: invite, remind, hand out as a table."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from plugins.members.actions import EXPORTED
from plugins.members.domain.claims import NobodyToInvite, invite
from plugins.members.domain.confirmation import ask
from plugins.members.domain.exporting import TYPES, Form, export
from plugins.members.models import Organisation
from plugins.members.naming import name_of
from verbund.plugin import record


class _Many(SnippetBulkAction):
    """Of those that may change entries."""

    template_name = "members/admin/bulk.html"
    lead: ClassVar[Any] = ""

    models: ClassVar[list[Any]] = [Organisation]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm("members.change_organisation"):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "lead": self.lead, "title": self.display_name}

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        written = ngettext("%d entry written to.", "%d entries written to.", num_parent_objects)
        if not num_child_objects:
            return written % num_parent_objects
        left = ngettext(
            "%d entry names nobody to write to.",
            "%d entries name nobody to write to.",
            num_child_objects,
        )
        return f"{written % num_parent_objects} {left % num_child_objects}"


class InviteAction(_Many):
    display_name = gettext_lazy("Invite")
    action_type = "invite"
    aria_label = gettext_lazy("Invite the responsible people of the chosen entries")
    action_priority = 10
    lead = gettext_lazy(
        "Each responsible person gets a mail with a link into her account, where she keeps "
        "the entry herself. Entries that name nobody are left out."
    )

    @classmethod
    def execute_action(cls, objects: list[Organisation], **kwargs: Any) -> tuple[int, int]:
        by, left = name_of(kwargs["self"].request.user), 0
        for organisation in objects:
            try:
                invite(organisation, by)
            except NobodyToInvite:
                left += 1
        return len(objects) - left, left


class RemindAction(_Many):
    display_name = gettext_lazy("Remind")
    action_type = "remind"
    aria_label = gettext_lazy("Ask the people of the chosen entries whether all of it is true")
    action_priority = 11
    lead = gettext_lazy(
        "Each responsible person is asked by mail whether the entry is still true; one click "
        "confirms it. Entries that name nobody are left out."
    )

    @classmethod
    def execute_action(cls, objects: list[Organisation], **kwargs: Any) -> tuple[int, int]:
        written = sum(bool(ask(one, timezone.localdate())) for one in objects)
        return written, len(objects) - written


class ExportForm(forms.Form):
    form = forms.ChoiceField(
        label=gettext_lazy("As"), choices=[(one.value, one.value.upper()) for one in Form]
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy(
            "What is it for, and who gets it? Stands in the log: the file holds contacts that "
            "nobody may publish."
        ),
    )


class ExportAction(_Many):
    display_name = gettext_lazy("Export")
    action_type = "export"
    aria_label = gettext_lazy("Hand out the chosen entries as a table")
    action_priority = 12
    form_class = ExportForm
    lead = gettext_lazy("All that the chosen entries hold, as a table.")

    def prepare_action(self, objects: list[Organisation], _without: Any) -> HttpResponse:
        cleaned: Any = self.cleaned_form
        form, reason = Form(cleaned.cleaned_data["form"]), cleaned.cleaned_data["reason"]
        content = export([one.pk for one in objects], form)
        what = ngettext("%d entry of the directory", "%d entries of the directory", len(objects))
        record(EXPORTED, what=what % len(objects), reason=reason)
        name = f"{_('members')}-{timezone.localdate():%Y-%m-%d}.{form.value}"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        }
        return HttpResponse(content, content_type=TYPES[form], headers=headers)

    @classmethod
    def execute_action(cls, objects: list[Organisation], **kwargs: Any) -> tuple[int, int]:
        """Never reached: preparing it answers with the file."""
        return len(objects), 0


BULK_ACTIONS = (InviteAction, RemindAction, ExportAction)
