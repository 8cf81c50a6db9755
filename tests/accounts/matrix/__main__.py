"""`python -m tests.accounts.matrix` writes docs/roles.md anew."""

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    # Imported here: the table names what Django has to know first.
    from tests.accounts.matrix.document import roles_page
    from tests.architecture.sources import ROOT

    (ROOT / "docs" / "roles.md").write_text(roles_page(), encoding="utf-8")


main()
