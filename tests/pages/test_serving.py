"""Pages by address and language."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_home_page_is_served(dortmund, client_for) -> None:
    response = client_for(dortmund).get("/")

    assert response.status_code == 200
    print(response.content.decode())
