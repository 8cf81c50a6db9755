"""What the plugin of the tests holds of people: kinds that are named after an address."""

from collections.abc import Iterator

from dummy_plugin.models import Kind
from verbund.plugin import Erasure, Kept, PersonalData, PersonalRecord, Retention


def export(email: str) -> Iterator[PersonalRecord]:
    for kind in Kind.objects.filter(name=email):
        yield PersonalRecord("Probe", {"Name": kind.name}, files=(("probe.txt", b"Probe"),))


def erase(email: str, dry_run: bool) -> Erasure:
    found = Kind.objects.filter(name=email)
    count = found.count()
    if count and not dry_run:
        found.delete()
    kept = (Kept("Beleg", "Das Gesetz verlangt es."),) if count else ()
    return Erasure(("Proben",) * bool(count), kept)


def old() -> int:
    return Kind.objects.filter(name="alt").count()


def drop() -> int:
    return Kind.objects.filter(name="alt").delete()[0]


personal_data = (PersonalData("proben", "Proben", export, erase),)
retentions = (Retention("proben", "Alte Proben", 7, "Zum Ausprobieren.", old, drop),)
