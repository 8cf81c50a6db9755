"""Where the towns of North Rhine-Westphalia lie, for the drawn map: longitude, latitude."""

from verbund.tenancy.models import Tenant

TOWNS = {
    "Aachen": (6.08, 50.78),
    "Bielefeld": (8.53, 52.02),
    "Bochum": (7.22, 51.48),
    "Bonn": (7.10, 50.73),
    "Bottrop": (6.93, 51.52),
    "Dortmund": (7.47, 51.51),
    "Duisburg": (6.76, 51.43),
    "Düren": (6.48, 50.80),
    "Düsseldorf": (6.78, 51.23),
    "Essen": (7.01, 51.46),
    "Gelsenkirchen": (7.10, 51.52),
    "Gütersloh": (8.38, 51.91),
    "Hagen": (7.47, 51.36),
    "Hamm": (7.82, 51.68),
    "Herne": (7.22, 51.54),
    "Iserlohn": (7.69, 51.37),
    "Köln": (6.96, 50.94),
    "Krefeld": (6.56, 51.33),
    "Leverkusen": (6.98, 51.03),
    "Lünen": (7.52, 51.62),
    "Minden": (8.92, 52.29),
    "Moers": (6.63, 51.45),
    "Mönchengladbach": (6.44, 51.19),
    "Mülheim an der Ruhr": (6.88, 51.43),
    "Münster": (7.63, 51.96),
    "Neuss": (6.69, 51.20),
    "Oberhausen": (6.85, 51.47),
    "Paderborn": (8.75, 51.72),
    "Recklinghausen": (7.20, 51.61),
    "Remscheid": (7.19, 51.18),
    "Siegen": (8.02, 50.87),
    "Solingen": (7.08, 51.17),
    "Unna": (7.69, 51.54),
    "Witten": (7.35, 51.44),
    "Wuppertal": (7.15, 51.26),
}


def place_of(tenant: Tenant) -> tuple[float, float] | None:
    """By the site's name, else by the town of its address; None for a place that is not listed."""
    return TOWNS.get(tenant.name) or TOWNS.get(str(tenant.contact.get("city") or ""))
