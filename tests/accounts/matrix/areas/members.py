"""The area of people of member organisations: no staff, no role, no way into the admin."""

from tests.accounts.matrix.lines import ALL, MEMBERS, NOBODY, OF_THE_TESTS, Area, line

AREA = Area(
    "Konto eines Mitglieds",
    (
        line(
            "Einen Link zum Anmelden anfordern, sich abmelden",
            ALL,
            "member_home",
            "member_ask",
            "member_code",
            "member_logout",
        ),
        line(
            "Mit einem Link hinein (nur mit dem aus der E-Mail)",
            NOBODY,
            "member_link",
            "member_email",
        ),
        line(
            "Eigene Anmeldungen, Name, Adresse; das Konto löschen",
            MEMBERS,
            "member_area_konto:overview",
            "member_area_konto:name",
            "member_area_konto:email",
            "member_area_konto:end_session",
            "member_area_konto:leave",
        ),
        line(
            "Den Eintrag der eigenen Organisation ändern, bestätigen, Änderungen senden",
            MEMBERS,
            "members_konto:start",
            "members_konto:step",
            "members_konto:confirm",
        ),
        line("Eigene Ausleihen und die des eigenen Vereins", MEMBERS, "resources_konto:overview"),
        line(
            "Eigene Ausleihen im Kalender: Adresse anlegen und zurücknehmen",
            MEMBERS,
            "resources_konto:calendar",
        ),
        line(f"Proben ansehen {OF_THE_TESTS}", MEMBERS, "dummy_konto:samples"),
    ),
)
