"""People, roles, invitations, and the log of who did what."""

from tests.accounts.matrix.lines import ADMINS, NOBODY, Area, line

USERS = "wagtailusers_users:{}"

AREA = Area(
    "Personen und Rechte",
    (
        line(
            "Personen ansehen, ihre Rollen ändern, ein Konto sperren oder löschen",
            ADMINS,
            *(
                USERS.format(name)
                for name in (
                    "index",
                    "index_results",
                    "edit",
                    "delete",
                    "history",
                    "history_results",
                    "usage",
                )
            ),
        ),
        line(
            "Jemanden einladen, eine Einladung noch einmal schicken oder zurückziehen",
            ADMINS,
            "accounts_invitations:index",
            "accounts_invitations:invite",
            "accounts_invitations:resend",
            "accounts_invitations:withdraw",
        ),
        line("Das Protokoll lesen", ADMINS, "accounts_journal:index", "accounts_journal:results"),
        line(
            "Auskunft geben, was über eine Person gespeichert ist; es löschen",
            ADMINS,
            "privacy:index",
            "privacy:hand_out",
            "privacy:erase",
        ),
        line(
            "Mehrere Konten auf einmal ändern (abgeschaltet)",
            NOBODY,
            "adminsite:admin/bulk/accounts/user(?:/.*)?",
            "wagtail_bulk_action(accounts.user.assign_role)",
            "wagtail_bulk_action(accounts.user.delete)",
            "wagtail_bulk_action(accounts.user.set_active_state)",
        ),
    ),
)
