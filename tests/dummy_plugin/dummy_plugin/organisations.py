"""Organisations that others may ask about."""

from verbund.plugin import ActingOrganisation, MemberAccount, OrganisationSource

CLUB = ActingOrganisation("club", "Probeverein", "member", topics=("kultur",), languages=("ta",))


def of_account(account: MemberAccount) -> list[ActingOrganisation]:
    return [CLUB] if account.email == "erika@verein.example" else []


def find(query: str) -> list[ActingOrganisation]:
    return [CLUB] if query.lower() in CLUB.name.lower() else []


def get(key: str) -> ActingOrganisation | None:
    return CLUB if key == CLUB.key else None


def open_to_partners() -> list[ActingOrganisation]:
    return [CLUB]


organisations = (OrganisationSource("dummies", of_account, find, get, open_to_partners),)
