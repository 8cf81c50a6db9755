"""One piece, as the code on its label opens it: where it is, who gets it next, what is broken."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from plugins.resources.admin.counter_forms import PhotosField, saved_photos
from plugins.resources.admin.frame import actor_of, frame
from plugins.resources.domain.codes import unit_of
from plugins.resources.domain.damages import affected, repair, report
from plugins.resources.enums import BookingState
from plugins.resources.models import Damage, Unit


class DamageForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("What is broken?"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    photos = PhotosField(label=gettext_lazy("Photos"), required=False)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """From a code that was scanned or typed to its piece."""
    typed = request.GET.get("code", "").strip()
    unit = unit_of(typed)
    if unit is None:
        messages.error(request, _("There is no piece with the code “%s”.") % typed)
        return redirect("resources_admin:index")
    return redirect("resources_admin:piece", code=unit.code)


def piece(request: HttpRequest, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("article", "room", "point"), code=code)
    form = DamageForm()
    if request.method == "POST":
        if request.POST.get("do") == "repaired":
            return _repaired(request, unit)
        form = DamageForm(request.POST, request.FILES)
        if form.is_valid():
            return _broken(request, unit, form)
    out = unit.bookings.filter(state=BookingState.OUT).select_related("line__request").first()
    context = frame(str(unit)) | {
        "unit": unit,
        "out": out,
        "to_come": affected(unit),
        "damages": unit.damages.filter(repaired_at=None),
        "mended": unit.damages.exclude(repaired_at=None)[:5],
        "form": form,
        "edit_url": _edit_url(unit),
    }
    return render(request, "resources/admin/piece.html", context)


def _broken(request: HttpRequest, unit: Unit, form: DamageForm) -> HttpResponse:
    photos = saved_photos(form.cleaned_data["photos"], str(unit))
    report(unit, form.cleaned_data["text"], by=actor_of(request), photos=photos)
    messages.success(request, _("Blocked. Those who were to get it are told."))
    return redirect("resources_admin:piece", code=unit.code)


def _repaired(request: HttpRequest, unit: Unit) -> HttpResponse:
    key = request.POST.get("damage", "")
    damage = get_object_or_404(Damage, unit=unit, pk=int(key) if key.isdecimal() else 0)
    repair(damage, by=actor_of(request), cost=_euros(request.POST.get("cost", "")))
    messages.success(request, _("Noted as repaired."))
    return redirect("resources_admin:piece", code=unit.code)


def _euros(text: str) -> Decimal | None:
    """“12,50” as people type it; what is no amount is none."""
    field = forms.DecimalField(max_digits=8, decimal_places=2, min_value=0, required=False)
    try:
        value: Any = field.clean(text.replace(",", "."))
    except forms.ValidationError:
        return None
    return value if isinstance(value, Decimal) else None


def _edit_url(unit: Unit) -> str:
    return reverse("wagtailsnippets_resources_unit:edit", args=[unit.pk])
