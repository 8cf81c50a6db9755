"""The rows behind the documents that were found: read, checked and marked in one query."""

from collections.abc import Mapping

from django.db import connection

from ...query import Hit
from .. import answer
from ..statement import Statement
from .documents import document_id, object_id


def hits_of(scores: Mapping[str, float], statement: Statement) -> tuple[Hit, ...]:
    """Hits in the order of the scores; what is not visible at this moment is left out."""
    if not scores:
        return ()
    objects = [object_id(name) for name in scores]
    visible, places, bind = statement.visible(), statement.places(), statement.parameters.bind
    sql = f"""
        WITH visible AS NOT MATERIALIZED ({visible})
        SELECT {answer.COLUMNS}, {places} FROM visible r WHERE (r.site, r.object_key) IN (
            SELECT * FROM unnest({bind([tenant for tenant, _ in objects])}::uuid[],
                                 {bind([key for _, key in objects])}::text[]))"""
    with connection.cursor() as cursor:
        cursor.execute(sql, statement.parameters.values)
        rows = {document_id(row[1], row[0]): row for row in cursor.fetchall()}
    return tuple(
        answer.hit(rows[name][:-1], score, rows[name][-1], statement.asked)
        for name, score in scores.items()
        if name in rows
    )
