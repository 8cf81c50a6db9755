"""What has to hold before a site's visitors are sent to this process."""

from django.conf import settings

from verbund.search.models import SearchRow
from verbund.tenancy.connection import connection
from verbund.tenancy.domain.migration import fingerprint
from verbund.tenancy.models import SchemaState


def database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True


def migrations_are_applied() -> bool:
    """The schema was brought to the migrations that this process has on disk."""
    state = SchemaState.objects.filter(schema_name=connection.schema_name).first()
    return state is not None and state.fingerprint == fingerprint()


def search_answers() -> bool:
    """The table of the search can be read; that it is empty is fine."""
    SearchRow.objects.exists()
    return True


def elasticsearch_answers() -> bool:
    # Only here: it needs the client, which an installation without Elasticsearch does not load.
    from verbund.search.domain.server import is_there

    return is_there()


CHECKS = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "search": search_answers,
}
# Said, but no reason to send visitors elsewhere: without it the table answers.
NOTES = {"elasticsearch": elasticsearch_answers}


def notes() -> dict[str, bool]:
    return {name: note() for name, note in NOTES.items()} if settings.ELASTICSEARCH_URL else {}
