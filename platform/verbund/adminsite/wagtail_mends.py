"""Where Wagtail's admin lets through what it can't answer, or leads to another host."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from verbund.tenancy.context import current_tenant


def apply() -> None:
    # Imported here: forms and views need the app registry.
    from wagtail.admin.views.generic.chooser import CreateViewMixin
    from wagtail.contrib.redirects.forms import RedirectForm

    RedirectForm.clean_redirect_link = own_target
    CreateViewMixin.dispatch = _with_a_form(CreateViewMixin.dispatch)


def own_target(form: Any) -> str:
    """``clean_redirect_link`` of the form, which the import of a list uses too.

    :raises ValidationError: the link leads to a host that is none of this site's: nobody
        shall lend its name to another.
    """
    link: str = form.cleaned_data.get("redirect_link") or ""
    host = urlsplit(link).hostname
    tenant = current_tenant()
    if link and not tenant.domains.filter(domain=host).exists():
        text = _(
            "%(host)s is another site. A redirect can only lead to a page of %(own)s; "
            "to lead readers elsewhere, set a link on a page."
        )
        raise ValidationError(text % {"host": host, "own": tenant.canonical_domain})
    return link


def _with_a_form(dispatch: Any) -> Any:
    """Each chooser has an address that makes something new, also where it has no form for it."""

    def dispatch_with_a_form(
        view: Any, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if view.can_create() and not view.get_creation_form_class():
            raise Http404("This chooser makes nothing new.")
        response: HttpResponseBase = dispatch(view, request, *args, **kwargs)
        return response

    return dispatch_with_a_form
