"""What the form of an entry sends, so that a test names only what it changes."""

from typing import Any

PARTS = ("texts", "contacts", "addresses", "offers", "responsibles")


def entry_form(name: str, **values: Any) -> dict[str, Any]:
    """rows by part: contacts=[{"kind": "email", …}]; terms as terms_topic=[3]."""
    data: dict[str, Any] = {"name": name, "slug": "", "status": "member"}
    for part in PARTS:
        rows = values.pop(part, [])
        known = sum("id" in row for row in rows)
        data |= {f"{part}-TOTAL_FORMS": len(rows), f"{part}-INITIAL_FORMS": known}
        data |= {f"{part}-MIN_NUM_FORMS": "0", f"{part}-MAX_NUM_FORMS": "1000"}
        for place, row in enumerate(rows):
            data |= {f"{part}-{place}-{key}": value for key, value in row.items()}
            data[f"{part}-{place}-ORDER"] = str(place + 1)
    return data | values
