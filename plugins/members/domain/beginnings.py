"""The main page of a new site; safe to run again."""

from wagtail.models import Page, Site

from plugins.members.models import DirectoryPage

GERMAN = "de"
TITLES = {
    "de": "Mitglieder",
    "ar": "الأعضاء",
    "en": "Members",
    "fr": "Membres",
    "ru": "Участники",
    "tr": "Üyeler",
    "uk": "Учасники",
}
INTROS = {
    "de": "Was sie anbieten, in welcher Sprache und wo. Für Menschen, die etwas suchen, und für "
    "alle, die weitervermitteln.",
    "ar": "ماذا تقدّم، وبأي لغة، وأين. لمن يبحث عن شيء، ولكل من يُرشد غيره.",
    "en": "What they offer, in which language and where. For people who look for something, and "
    "for all who refer others.",
    "tr": "Ne sunuyorlar, hangi dilde ve nerede. Bir şey arayanlar ve başkalarını yönlendirenler "
    "için.",
    "uk": "Що вони пропонують, якою мовою і де. Для тих, хто щось шукає, і для тих, хто скеровує "
    "інших.",
}


def make_directory(home: Page) -> DirectoryPage:
    """The main page below a home page, published; the one that is there already is kept."""
    page = DirectoryPage.objects.child_of(home).first()
    if page is None:
        language = home.locale.language_code
        page = DirectoryPage(
            title=TITLES.get(language, TITLES[GERMAN]),
            intro=INTROS.get(language, ""),
            slug=DirectoryPage.fixed_slug,
            show_in_menus=True,
            locale=home.locale,
        )
        _follow_german(page)
        home.add_child(instance=page)
        page.save_revision().publish()
    return page


def german_home() -> Page:
    return Site.objects.get(is_default_site=True).root_page


def homes() -> list[Page]:
    """The home page and its translations that are public."""
    home = german_home()
    return [home, *home.get_translations().live()]


def _follow_german(page: DirectoryPage) -> None:
    german = DirectoryPage.objects.filter(locale__language_code=GERMAN).first()
    if german is not None:
        page.translation_key = german.translation_key
