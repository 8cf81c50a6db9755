"""Import in the admin: upload, columns, trial, progress, and taking back."""

import csv
import io
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from plugins.members.domain.importing import carrying_out, steps
from plugins.members.domain.importing.columns import TARGETS
from plugins.members.domain.importing.rows import FileRefused
from plugins.members.domain.importing.steps import WrongStep
from plugins.members.domain.importing.summary import summary_of
from plugins.members.enums import Status
from plugins.members.imports import Choice, Import, Stage
from plugins.members.naming import name_of
from plugins.members.sheets import MARK, plain_cell

SHOWN_AT_ONCE = 200
SECONDS = 3


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLSX or CSV, at most 10 MB and 10,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.txt"}),
    )


class OptionsForm(forms.Form):
    """What holds for the whole import."""

    status = forms.ChoiceField(
        label=gettext_lazy("New entries are"),
        choices=Status.choices,
        help_text=gettext_lazy("Unless a column says something else."),
    )
    shown = forms.BooleanField(
        label=gettext_lazy("Show new entries in the directory at once"), required=False
    )
    overwrite = forms.BooleanField(
        label=gettext_lazy("Let the list replace what entries say"),
        required=False,
        help_text=gettext_lazy("Without the tick the list only adds what an entry lacks."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """The form for a file, and the imports so far."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        user: Any = request.user
        try:
            made = steps.begin(file.name, file.read(), user, name_of(user))
        except FileRefused as error:
            form.add_error("file", str(error))
        else:
            return redirect("members_admin:import_columns", key=made.pk)
    context = {"form": form, "imports": Import.objects.all()[:20]}
    return _page(request, "index", _("Import a list"), context)


@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, key: int) -> HttpResponse:
    """Which column is what, with the first rows beside it."""
    import_ = get_object_or_404(Import, pk=key)
    form = OptionsForm(request.POST or None, initial=import_.options)
    mapping, wrong = import_.mapping, ""
    if request.method == "POST" and form.is_valid():
        mapping = _sent_mapping(request, len(import_.headers))
        try:
            steps.check(import_, mapping, form.cleaned_data)
        except WrongStep as error:
            wrong = str(error)
        else:
            return redirect("members_admin:import_trial", key=key)
    examples = [row.cells for row in import_.rows.all()[:5]]
    context = {
        "import": import_,
        "form": form,
        "wrong": wrong,
        "targets": TARGETS.items(),
        "columns": [
            {
                "number": number,
                "header": header,
                "target": mapping[number],
                "examples": [cells[number] for cells in examples if cells[number]],
            }
            for number, header in enumerate(import_.headers)
        ],
    }
    return _page(request, "columns", _("Which column is what?"), context)


def _sent_mapping(request: HttpRequest, count: int) -> list[str]:
    sent = (request.POST.get(f"column-{number}", "") for number in range(count))
    return [target if target in TARGETS else "" for target in sent]


@require_http_methods(["GET", "HEAD", "POST"])
def trial(request: HttpRequest, key: int) -> HttpResponse:
    """What would happen: errors with their line, likenesses with a choice. Nothing is written."""
    import_ = get_object_or_404(Import, pk=key)
    if import_.stage == Stage.READ:
        return redirect("members_admin:import_columns", key=key)
    if import_.stage != Stage.CHECKED:
        return redirect("members_admin:import_progress", key=key)
    if request.method == "POST":
        try:
            steps.choose(import_, _sent_choices(request))
            if "start" in request.POST:
                carrying_out.start(import_)
        except WrongStep as error:
            messages.error(request, str(error))
        there = "import_progress" if "start" in request.POST else "import_trial"
        return redirect(f"members_admin:{there}", key=key)
    noted = import_.rows.filter(errors=[]).exclude(notes=[])
    context = {
        "import": import_,
        "summary": summary_of(import_),
        "errors": steps.with_errors(import_)[:SHOWN_AT_ONCE],
        "alike": steps.alike(import_)[:SHOWN_AT_ONCE],
        "noted": noted[:SHOWN_AT_ONCE],
        "choices": Choice.choices,
        "shown_at_once": SHOWN_AT_ONCE,
    }
    return _page(request, "trial", _("What the import would do"), context)


def _sent_choices(request: HttpRequest) -> dict[int, str]:
    pairs = ((name.removeprefix("row-"), value) for name, value in request.POST.items())
    return {int(key): str(value) for key, value in pairs if key.isdecimal()}


@require_safe
def progress(request: HttpRequest, key: int) -> HttpResponse:
    """How far it is; the page comes again by itself until all is done, without a script."""
    import_ = get_object_or_404(Import, pk=key)
    if import_.stage in (Stage.READ, Stage.CHECKED):
        return redirect("members_admin:import_trial", key=key)
    working = import_.stage in (Stage.RUNNING, Stage.UNDOING)
    context = {
        "import": import_,
        "summary": summary_of(import_),
        "working": working,
        "failed": steps.with_errors(import_)[:SHOWN_AT_ONCE],
        "kept": import_.rows.filter(outcome="kept").select_related("made")[:SHOWN_AT_ONCE],
        "may_take_back": import_.stage == Stage.DONE,
    }
    response = _page(request, "progress", _("Import"), context)
    if working:
        response.headers["Refresh"] = str(SECONDS)
    return response


@require_POST
def take_back(request: HttpRequest, key: int) -> HttpResponse:
    """Takes a whole import back, but for what was changed since."""
    import_ = get_object_or_404(Import, pk=key)
    try:
        carrying_out.take_back(import_)
    except WrongStep as error:
        messages.error(request, str(error))
    return redirect("members_admin:import_progress", key=key)


@require_safe
def errors(request: HttpRequest, key: int) -> HttpResponse:
    """The rows with errors as CSV, in the columns of the file: mend them there and import again."""
    import_ = get_object_or_404(Import, pk=key)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*map(plain_cell, import_.headers), _("Line"), _("Error")])
    for row in steps.with_errors(import_):
        said = [plain_cell(" ".join(row.errors))]
        writer.writerow([*map(plain_cell, row.cells), row.line, *said])
    headers = {"Content-Disposition": 'attachment; filename="fehler.csv"'}
    return HttpResponse(MARK + out.getvalue(), content_type="text/csv", headers=headers)


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    crumbs = [
        {"url": reverse("wagtailsnippets_members_organisation:list"), "label": _("Members")},
        {"url": reverse("members_admin:import"), "label": _("Import")},
        {"url": "", "label": title},
    ]
    frame = {
        "page_title": title,
        "header_title": title,
        "header_icon": "upload",
        "breadcrumbs_items": crumbs if name != "index" else [crumbs[0], crumbs[1] | {"url": ""}],
    }
    return render(request, f"members/admin/import_{name}.html", frame | context)
