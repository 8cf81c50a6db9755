"""What every new site begins with: the name of the list and the topics, by language.

A language without names gets none: its editors add what they need.
"""

INDEX_TITLES = {
    "de": "Aktuelles",
    "ar": "أخبار",
    "en": "News",
    "fr": "Actualités",
    "ru": "Новости",
    "tr": "Haberler",
    "uk": "Новини",
}

LANGUAGES = ("de", "en", "tr", "ar", "uk")
TOPICS = {
    "antidiskriminierung": (
        "Antidiskriminierung",
        "Anti-discrimination",
        "Ayrımcılıkla mücadele",
        "مكافحة التمييز",
        "Антидискримінація",
    ),
    "beratung": ("Beratung", "Advice", "Danışmanlık", "استشارة", "Консультації"),
    "beteiligung": ("Beteiligung", "Participation", "Katılım", "مشاركة", "Участь"),
    "bildung": ("Bildung", "Education", "Eğitim", "تعليم", "Освіта"),
    "frauen": ("Frauen", "Women", "Kadınlar", "نساء", "Жінки"),
    "gesundheit": ("Gesundheit", "Health", "Sağlık", "صحة", "Здоров’я"),
    "jugend": ("Jugend", "Youth", "Gençlik", "شباب", "Молодь"),
    "kultur": ("Kultur", "Culture", "Kültür", "ثقافة", "Культура"),
    "mikrofoerderung": (
        "Mikroförderung",
        "Micro-grants",
        "Mikro destek",
        "منح صغيرة",
        "Мікрогранти",
    ),
    "mitglieder": ("Mitglieder", "Members", "Üyeler", "الأعضاء", "Учасники"),
    "netzwerk": ("Netzwerk", "Network", "Ağ", "الشبكة", "Мережа"),
    "ressourcen": ("Ressourcen", "Resources", "Kaynaklar", "الموارد", "Ресурси"),
    "sport": ("Sport", "Sport", "Spor", "رياضة", "Спорт"),
    "stadt": ("Stadt", "City", "Kent", "المدينة", "Місто"),
    "umwelt": ("Umwelt", "Environment", "Çevre", "بيئة", "Довкілля"),
}


def topic_names(language: str) -> dict[str, str]:
    """Short name → name in a language."""
    if language not in LANGUAGES:
        return {}
    place = LANGUAGES.index(language)
    return {slug: names[place] for slug, names in TOPICS.items()}
