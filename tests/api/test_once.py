"""Two requests at once with the same idempotency key make one thing."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections
from django.test import Client

from plugins.news.models import NewsPage
from verbund.api.domain.keys import make_key
from verbund.api.models import ApiAnswer
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

AT_ONCE = 4


def test_at_once_is_once(own_database: str) -> None:
    dortmund = Tenant.objects.get(schema_name="dortmund")
    with tenant_context(dortmund):
        _key, secret = make_key("Newsletter", ["news:write"], 30, None)
    together = Barrier(AT_ONCE)

    def send(_number: int) -> tuple[int, int]:
        client = Client(SERVER_NAME="dortmund.test")
        headers = {"Authorization": f"Bearer {secret}", "Idempotency-Key": "brief-7"}
        together.wait(timeout=30)
        try:
            answer = client.post(
                "/api/v1/news",
                json.dumps({"title": "Fest"}),
                content_type="application/json",
                headers=headers,
            )
            return answer.status_code, answer.json()["id"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = set(pool.map(send, range(AT_ONCE)))

    with tenant_context(dortmund):
        item = NewsPage.objects.get()
        assert answers == {(201, item.pk)}
        assert ApiAnswer.objects.count() == 1
