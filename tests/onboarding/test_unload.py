"""Unloading the demo takes what the loader made, and nothing that a person wrote."""

from tests.pages.making import home, make_page, picture
from verbund.onboarding.demo_content.pages import unload_pages
from verbund.onboarding.demo_media import TAG
from verbund.pages.models import HomePage, StandardPage


def test_a_page_that_nobody_touched_goes(in_dortmund) -> None:
    make_page("Demo")

    unload_pages(in_dortmund)

    assert StandardPage.objects.filter(title="Demo").count() == 0


def test_a_page_that_somebody_changed_stays_with_its_parent(in_dortmund, staff) -> None:
    above = make_page("Darüber")
    page = make_page("Eigenes", above)
    page.save_revision(user=staff(in_dortmund, "Redaktion")).publish()

    unload_pages(in_dortmund)

    kept = set(StandardPage.objects.values_list("title", flat=True))
    assert {"Darüber", "Eigenes"} <= kept


def test_a_home_page_that_somebody_changed_keeps_its_sections(in_dortmund, staff) -> None:
    page = home()
    page.sections = [("hero", {"title": "Unser Satz", "lead": "", "actions": [], "counters": []})]
    page.save_revision(user=staff(in_dortmund, "Redaktion")).publish()

    unload_pages(in_dortmund)

    assert len(HomePage.objects.get(pk=page.pk).sections) == 1


def test_a_demo_picture_that_is_still_shown_stays(in_dortmund, staff) -> None:
    shown, loose = picture("gezeigt.png"), picture("lose.png")
    for image in (shown, loose):
        image.tags.add(TAG)
    page = make_page("Eigenes", image=shown)
    page.save_revision(user=staff(in_dortmund, "Redaktion")).publish()

    unload_pages(in_dortmund)

    assert list(type(shown).objects.filter(tags__name=TAG)) == [shown]
