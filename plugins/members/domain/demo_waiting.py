"""What waits for staff in the demo: changes, claims, errors that readers reported."""

from plugins.members.domain import claims, proposals
from plugins.members.domain.demo_file import DemoPerson, DemoWaiting
from plugins.members.models import Claim, ErrorReport, Organisation

SOMEBODY = DemoPerson(name="Vorstand (Demo)", email="vorstand@verein.example")


def make_waiting(organisation: Organisation, waiting: DemoWaiting) -> None:
    """As the organisation and its readers would have left it."""
    if waiting.changes:
        person = organisation.responsibles.first()
        editor = proposals.Editor(
            (person and person.name) or SOMEBODY.name, person.email if person else SOMEBODY.email
        )
        proposals.save_changes(organisation, dict(waiting.changes), editor)
        if waiting.sent:
            proposals.send(organisation, editor)
    if waiting.claim:
        who = waiting.claim
        claims.ask_for(
            Claim(
                organisation=organisation,
                name=who.name,
                email=who.email,
                role=who.role,
                message=who.text,
            )
        )
    if waiting.error:
        ErrorReport.objects.create(organisation=organisation, text=waiting.error)
