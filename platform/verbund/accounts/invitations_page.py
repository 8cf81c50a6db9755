"""Where an invited person reads to what she is invited, and sets her name and password."""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages

from verbund.accounts.domain.invitation_letter import told
from verbund.accounts.domain.invitations import NotPossible, accept, find
from verbund.accounts.invitations_forms import AcceptForm
from verbund.accounts.login.views import too_many
from verbund.accounts.models import Invitation
from verbund.accounts.roles_list import description_of
from verbund.common.client import address_key
from verbund.common.limits import Limit, TooMany

# Guessing a secret is hopeless; this keeps who tries from keeping a server busy.
TRIES = Limit("invitation.tries", "30/10m")

app_name = "accounts_invitation"


@never_cache
@sensitive_post_parameters("password", "again")
def accept_page(request: HttpRequest, secret: str) -> HttpResponse:
    """The form; or what has become of the invitation, and what to do now."""
    try:
        TRIES.hit(address_key(request))
    except TooMany as error:
        request.retry_after = error.retry_after  # type: ignore[attr-defined]  # for too_many()
        return too_many(request)
    invitation = find(secret)
    if invitation is None or not invitation.is_open or invitation.is_expired:
        return _over(request, invitation)
    form = AcceptForm(request.POST or None, invitation=invitation)
    if request.method == "POST" and form.is_valid() and _came_in(request, invitation, form):
        return redirect("wagtailadmin_home")
    context = {
        "form": form,
        "invitation": invitation,
        "told": told(invitation),
        "role_description": description_of(invitation.role.name),
    }
    response = render(request, "accounts/invitations/accept.html", context)
    # The address holds the secret: no other host learns it. (With "no-referrer" browsers post
    # the form with "Origin: null", and Django refuses it.)
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _came_in(request: HttpRequest, invitation: Invitation, form: AcceptForm) -> bool:
    """Makes the account and logs her in: she has just shown that the address is hers."""
    data = form.cleaned_data
    try:
        user = accept(
            invitation,
            first_name=data["first_name"],
            last_name=data["last_name"],
            password=data["password"],
        )
    except NotPossible as error:
        form.add_error(None, str(error))
        return False
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    passkey = messages.button(reverse("mfa_index"), _("Set up a passkey"))
    messages.success(request, _("Welcome! Your account is ready."), buttons=[passkey])
    return True


def _over(request: HttpRequest, invitation: Invitation | None) -> HttpResponse:
    accepted = invitation is not None and invitation.accepted_at is not None
    context = {"accepted": accepted}
    return render(request, "accounts/invitations/over.html", context, status=410)


urlpatterns = [path("<str:secret>/", accept_page, name="accept")]
