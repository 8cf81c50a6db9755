"""The main page of a new site; safe to run again."""

from wagtail.models import Page, Site

from plugins.resources.models import ResourcesPage

GERMAN = "de"
TITLES = {
    "de": "Ressourcen",
    "ar": "الموارد",
    "en": "Resources",
    "fr": "Ressources",
    "ru": "Ресурсы",
    "tr": "Kaynaklar",
    "uk": "Ресурси",
}
INTROS = {
    "de": "Räume, Technik, Möbel und Geschirr für Vereine: erst den Tag wählen, dann sehen, was "
    "frei ist.",
    "en": "Rooms, equipment, furniture and crockery for associations: choose the day first, then "
    "see what is free.",
    "tr": "Dernekler için salon, teknik, mobilya ve mutfak eşyası: önce günü seçin, sonra neyin "
    "boş olduğunu görün.",
    "uk": "Приміщення, техніка, меблі та посуд для організацій: спершу оберіть день, потім "
    "побачите, що вільно.",
    "ar": "قاعات وأجهزة وأثاث وأوانٍ للجمعيات: اختاروا اليوم أولاً ثم انظروا ما هو متاح.",
}


def make_pool(home: Page) -> ResourcesPage:
    """The main page below a home page, published; the one that is there already is kept."""
    page = ResourcesPage.objects.child_of(home).first()
    if page is None:
        language = home.locale.language_code
        page = ResourcesPage(
            title=TITLES.get(language, TITLES[GERMAN]),
            intro=INTROS.get(language, ""),
            slug=ResourcesPage.fixed_slug,
            show_in_menus=True,
            locale=home.locale,
        )
        _follow_german(page)
        home.add_child(instance=page)
        page.save_revision().publish()
    return page


def homes() -> list[Page]:
    """The home page and its translations that are public."""
    home: Page = Site.objects.get(is_default_site=True).root_page
    return [home, *home.get_translations().live()]


def _follow_german(page: ResourcesPage) -> None:
    german = ResourcesPage.objects.filter(locale__language_code=GERMAN).first()
    if german is not None:
        page.translation_key = german.translation_key
