"""Who asks: a member with organisations of the directory, or somebody with an address."""

from django.http import HttpRequest

from plugins.resources.enums import BorrowerClass
from verbund.plugin import ActingOrganisation, MemberAccount, member_of, organisations_of

CLASSES = {
    "member": BorrowerClass.MEMBER,
    "supporting": BorrowerClass.MEMBER,
    "applicant": BorrowerClass.APPLICANT,
    "listed": BorrowerClass.PARTNER,
}


def class_of(organisation: ActingOrganisation | None) -> BorrowerClass:
    """What the directory says of it; without one, and for a former member: the public."""
    if organisation is None:
        return BorrowerClass.PUBLIC
    return CLASSES.get(organisation.status, BorrowerClass.PUBLIC)


def asking(request: HttpRequest) -> tuple[MemberAccount | None, list[ActingOrganisation]]:
    """The account that asks and the organisations that it may act for."""
    account = member_of(request)
    return account, organisations_of(account) if account else []


def best_class(organisations: list[ActingOrganisation]) -> BorrowerClass:
    """What lists show: the first class, in their order, that one of the organisations has."""
    classes = {class_of(one) for one in organisations}
    return next((one for one in BorrowerClass if one in classes), BorrowerClass.PUBLIC)
