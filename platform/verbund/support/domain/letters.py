"""What a site's admins read when support comes in."""

from django.urls import reverse
from django.utils.translation import gettext as _

from verbund.accounts.models import User
from verbund.accounts.roles import Role
from verbund.mailing.letters import Letter, send_letter
from verbund.support.models import SupportLogin
from verbund.tenancy.context import current_tenant
from verbund.theming import dates


def tell_admins(login: SupportLogin) -> None:
    """A mail to each admin: nobody learns another's address by it."""
    admins = User.objects.people().filter(is_active=True, groups__name=Role.ADMIN.value)
    for email in admins.order_by("pk").values_list("email", flat=True):
        send_letter(email, lambda: _letter(login), about=f"support:{login.uuid}")


def _letter(login: SupportLogin) -> Letter:
    assert login.ends is not None  # it has begun
    return Letter(
        subject=_("Support is logged in at %s") % current_tenant().association,
        heading=_("Support is logged in"),
        text=(
            _("%(name)s (%(email)s) of the operators has logged in to help.")
            % {"name": login.operator_name, "email": login.operator_email},
            _("Reason: %s") % login.reason,
            _("The login has the rights of Administration and ends on %s at the latest.")
            % dates.moment(login.ends),
        ),
        action=(_("See the log"), reverse("accounts_journal:index")),
        after=(
            _("You don't want that? Untick “Support may log in” under Settings → Safety."),
            _("The login then ends at once."),
        ),
    )
