"""A new city: the list of drafts, the steps, the check, the making, and what can be taken away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from verbund.console.access import operator_of
from verbund.console.frame import page
from verbund.console.wizard.forms import missing
from verbund.console.wizard.steps import STEPS, Step, step_after, step_named
from verbund.onboarding.domain.answers import SAMPLE, problems_in, recipe_of
from verbund.onboarding.domain.drafts import InUse, start, take_back_site
from verbund.onboarding.domain.files import tenant_file
from verbund.onboarding.models import SiteDraft
from verbund.tenancy.context import current_tenant
from verbund.tenancy.models import Tenant
from verbund.tenancy.recipe import Problem, RecipeError
from verbund.theming.frozen import ThemeError
from verbund.theming.stylesheet import stylesheet
from verbund.theming.tokens import resolve

SECONDS = 2


def drafts(request: HttpRequest) -> HttpResponse:
    """All drafts; the button begins a new one."""
    if request.method == "POST":
        draft = SiteDraft.objects.create(by=operator_of(request))
        return redirect("console:step", draft.uuid, STEPS[0].name)
    found = SiteDraft.objects.select_related("by")
    return page(request, "drafts", _("New city"), drafts=found)


def step(request: HttpRequest, uuid: UUID, name: str) -> HttpResponseBase:
    """One step: what is right is kept, what is wrong is said."""
    draft, found = _draft(uuid), step_named(name)
    if found is None:
        raise Http404(name)
    if not draft.is_open:
        return redirect("console:draft", draft.uuid)
    data = request.POST if request.method == "POST" else None
    form = found.form(draft, base_domain(), data)
    if data is not None and form.is_valid():
        draft.answers = {**_without(draft.answers, found), **form.answers()}
        draft.save()
        following = step_after(found)
        if "look" in request.POST:
            return redirect("console:preview", draft.uuid)
        if following is None:
            return redirect("console:draft", draft.uuid)
        return redirect("console:step", draft.uuid, following.name)
    context: dict[str, Any] = {"draft": draft, "step": found, "form": form}
    return page(request, "step", str(found.title), steps=step_states(draft, found), **context)


def draft(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Everything once more: what is missing, or how far it is; the button makes the site."""
    found = _draft(uuid)
    if request.method == "POST" and found.is_open:
        try:
            start(found)
        except RecipeError:
            messages.error(request, _("Something is missing or wrong. It stands below."))
        return redirect("console:draft", found.uuid)
    response = page(
        request,
        "draft",
        str(found) or _("New city"),
        draft=found,
        steps=step_states(found),
        problems=_by_step(problems_in(found.answers)) if found.is_open else [],
        made=Tenant.objects.filter(uuid=found.uuid).first() if found.state == "done" else None,
    )
    if found.is_under_way:
        # The page looks again by itself, without a script.
        response.headers["Refresh"] = str(SECONDS)
    return response


# The schema goes in transactions of its own.
@non_atomic_requests
@require_POST
def take_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Rolls a site back whole that nobody has used; its draft can be changed again."""
    found = _draft(uuid)
    try:
        take_back_site(found)
        messages.success(request, _("Nothing of the site is left. The draft can be changed."))
    except InUse:
        messages.error(request, _("The site is public, or somebody has worked in it."))
    return redirect("console:draft", found.uuid)


@require_POST
def drop(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Throws a draft away; a site that came of it stays."""
    found = _draft(uuid)
    if not found.is_under_way:
        found.delete()
    return redirect("console:drafts")


@require_safe
def recipe_file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The tenant file that makes the same site.

    :raises Http404: it is not complete yet.
    """
    found = _draft(uuid)
    try:
        text = tenant_file(recipe_of(found.answers, new=found.is_open))
    except RecipeError as error:
        raise Http404(str(error)) from error
    disposition = {"Content-Disposition": 'attachment; filename="tenant.toml"'}
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers=disposition)


@require_safe
def preview(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What pages look like in the theme and colours of the draft."""
    return render(request, "console/preview.html", {"draft": _draft(uuid)})


@require_safe
def preview_style(request: HttpRequest, uuid: UUID) -> HttpResponse:
    answers = _draft(uuid).answers
    own = {"palette": answers.get("brand.palette"), "accent": answers.get("brand.accent")}
    tokens = {"palette": own["palette"]} if own["palette"] else {}
    light = {"light": {"accent": own["accent"]}} if own["accent"] else {}
    try:
        found = resolve(answers.get("theme") or SAMPLE["theme"], {**tokens, **light})
    except ThemeError as error:
        raise Http404(str(error)) from error
    return HttpResponse(stylesheet(found), content_type="text/css; charset=utf-8")


def base_domain() -> str:
    """Below which new sites have their first address: beside the console's own."""
    return current_tenant().canonical_domain.partition(".")[2]


def step_states(draft: SiteDraft, current: Step | None = None) -> list[dict[str, Any]]:
    """Each step with whether somebody has been at it."""
    return [
        {"step": one, "current": one is current, "done": not missing(draft.answers, one.form)}
        for one in STEPS
    ]


def _by_step(found: list[Problem]) -> list[dict[str, Any]]:
    """Each problem with the step at which it is mended."""
    shown = []
    for problem in found:
        step = next((one for one in STEPS if problem.key.startswith(one.form.owns)), STEPS[0])
        shown.append({"step": step, "key": problem.key, "message": problem.message})
    return sorted(shown, key=lambda one: STEPS.index(one["step"]))


def _draft(uuid: UUID) -> SiteDraft:
    return get_object_or_404(SiteDraft.objects.select_related("by"), uuid=uuid)


def _without(answers: dict[str, Any], step: Step) -> dict[str, Any]:
    """What other steps have asked: an answer that was emptied shall go."""
    own = (*step.form.owns, *(["settings."] if "plugins" in step.form.owns else []))
    return {key: value for key, value in answers.items() if not key.startswith(own)}
