"""The steps of the form, one page each; who may see them the callers have asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from plugins.members.domain import proposals
from plugins.members.domain.flat import Flat, changed, same
from plugins.members.domain.lines import in_words, label, lines_of
from plugins.members.domain.state import state_of
from plugins.members.editing.forms import StepForm
from plugins.members.editing.steps import REVIEW, STEPS, Step, after, step_named
from plugins.members.inbox import ProposalStatus
from plugins.members.models import Organisation
from verbund.plugin import BadToken, TenantSigner

SHOWN = TenantSigner("members.step")


@dataclass(frozen=True)
class Editing:
    """Somebody at the form of an entry: where its pages are, and the frame they stand in."""

    organisation: Organisation
    editor: proposals.Editor
    start_url: str
    url_of: Callable[[str], str]
    render: Callable[[str, Mapping[str, object]], HttpResponse]

    def navigation(self, current: str) -> list[dict[str, Any]]:
        slugs = [(step.slug, step.label) for step in STEPS]
        slugs.append((REVIEW, _("Check and send")))
        return [
            {"title": name, "url": self.url_of(slug), "current": slug == current}
            for slug, name in slugs
        ]


@dataclass(frozen=True)
class Page:
    """A step as it is shown; ``values`` are those of now, ``seen`` those of an earlier showing."""

    editing: Editing
    step: Step
    form: StepForm
    values: Flat

    def show(self, clashes: list[str] | None = None, seen: str = "") -> HttpResponse:
        organisation = self.editing.organisation
        state = state_of(organisation) if clashes else {}
        proposal = proposals.open_proposal(organisation)
        context = {
            "title": organisation.name,
            "organisation": organisation,
            "step": self.step,
            "form": self.form,
            "seen": seen or SHOWN.sign(self.form.shown(self.values)),
            "navigation": self.editing.navigation(self.step.slug),
            "start_url": self.editing.start_url,
            "count_line": _("Step %(number)d of %(all)d")
            % {"number": STEPS.index(self.step) + 1, "all": len(STEPS) + 1},
            "clashes": [
                {"label": label(key), "value": in_words(self.values, key, state)}
                for key in clashes or ()
            ],
            "changed_by": proposal.by or proposal.email if proposal else "",
        }
        return self.editing.render("members/step.html", context)


def edit(request: HttpRequest, editing: Editing, slug: str) -> HttpResponse:
    """A step, or the page that shows and sends all of it."""
    if slug == REVIEW:
        return _review(request, editing)
    step = step_named(slug)
    if step is None:
        raise Http404(f"The form has no step {slug}.")
    values = proposals.values_of(editing.organisation)
    if request.method != "POST":
        return Page(editing, step, step.form(values, editing.editor), values).show()
    form = step.form(values, editing.editor, request.POST, request.FILES)
    page = Page(editing, step, form, values)
    if not form.is_valid():
        return page.show(seen=request.POST.get("seen", ""))
    shown = _shown(request, form, values)
    # What this person changed herself: against what her page showed her, not against now.
    mine = changed(shown, form.typed())
    theirs = changed(shown, form.shown(values))
    clashes = [key for key in theirs if key in mine and not same(mine[key], theirs[key])]
    if clashes:
        # Of the fields in dispute she has seen the new value now; of the others still the old.
        seen = {**shown, **{key: theirs[key] for key in clashes}}
        return page.show(clashes, SHOWN.sign(seen))
    if mine:
        proposals.save_changes(editing.organisation, mine, editing.editor)
        messages.success(request, _("Saved."))
    more = step.more and "more" in request.POST
    return HttpResponseRedirect(editing.url_of(step.slug if more else after(step)))


def _shown(request: HttpRequest, form: StepForm, values: Flat) -> Flat:
    try:
        shown: Flat = SHOWN.read(request.POST.get("seen", ""))
    except BadToken:
        shown = form.shown(values)
    return shown


def _review(request: HttpRequest, editing: Editing) -> HttpResponse:
    proposal = proposals.open_proposal(editing.organisation)
    problems: list[str] = []
    if request.method == "POST":
        if "withdraw" in request.POST:
            proposals.withdraw(editing.organisation)
            messages.success(request, _("Your changes are taken back. The entry is as before."))
            return HttpResponseRedirect(editing.start_url)
        try:
            sent = proposals.send(editing.organisation, editing.editor)
        except ValidationError as error:
            problems = error.messages
        else:
            messages.success(request, _thanks(sent))
            return HttpResponseRedirect(editing.start_url)
    context = {
        "title": editing.organisation.name,
        "organisation": editing.organisation,
        "proposal": proposal,
        "lines": lines_of(proposal) if proposal else [],
        "is_sent": proposal is not None and proposal.status == ProposalStatus.SENT,
        "problems": problems,
        "navigation": editing.navigation(REVIEW),
        "start_url": editing.start_url,
    }
    return editing.render("members/review.html", context)


def _thanks(sent: Any) -> str:
    if sent is not None and sent.status == ProposalStatus.ACCEPTED:
        return _("Your changes are public. Thank you!")
    return _("Thank you! We look at your changes; until then the entry stays as it was.")
