"""By night: what the calendar changes without anybody touching it."""

from plugins.members.domain.people import link_accounts
from plugins.members.domain.printed_lists import ask_for_whole_lists
from plugins.members.models import Organisation


def keep_up() -> None:
    """Brings the search to what the rules of today show, and asks for lists that this changes."""
    link_accounts()
    for organisation in Organisation.objects.all():
        organisation.save(update_fields=["sort_key"])
    ask_for_whole_lists()
