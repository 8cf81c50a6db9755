"""Addresses that entries had: they lead on to where the entry is now."""

from plugins.members.models import FormerSlug, Organisation


def keep_address(organisation: Organisation, slug: str) -> None:
    """An entry that got another address keeps the old one as a way to it."""
    FormerSlug.objects.filter(slug=organisation.slug).delete()
    if slug != organisation.slug:
        FormerSlug.objects.update_or_create(slug=slug, defaults={"organisation": organisation})


def moved_to(slug: str) -> str | None:
    """The address of the entry that once had this one."""
    found = FormerSlug.objects.filter(slug=slug).select_related("organisation").first()
    return found.organisation.slug if found else None
