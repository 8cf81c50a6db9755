"""Who may act for an organisation: named by mail, known by account once there is one."""

from django.db.models import QuerySet
from django.db.models.functions import Lower

from plugins.members.models import Organisation, Responsible
from verbund.plugin import MemberAccount


def link_accounts() -> int:
    """Gives people named by mail their account, where one of that address has been made."""
    unknown = Responsible.objects.filter(account=None)
    wanted = {one.email.lower() for one in unknown}
    accounts = {
        account.email.lower(): account
        for account in MemberAccount.objects.annotate(low=Lower("email")).filter(low__in=wanted)
    }
    linked = [one for one in unknown if one.email.lower() in accounts]
    for one in linked:
        one.account = accounts[one.email.lower()]
    return Responsible.objects.bulk_update(linked, ["account"])


def organisations_of(account: MemberAccount) -> "QuerySet[Organisation]":
    """Those that this account may act for, by account or by its address."""
    people = Responsible.objects.filter(account=account) | Responsible.objects.filter(
        account=None, email__iexact=account.email
    )
    return Organisation.objects.filter(pk__in=people.values("organisation"))
