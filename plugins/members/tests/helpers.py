"""A member at the form of an entry, as a browser has it."""

import re

from plugins.members.tests.factories import entry
from tests.member_area.helpers import EMAIL, member_client, member_in
from verbund.tenancy.context import tenant_context

PEOPLE = [{"email": EMAIL, "name": "Erika Muster"}]


def fields_of(page):
    """What a browser would send of the page's form if nobody typed anything."""
    forms = re.findall(r'<form class="form".*?</form>', page.content.decode(), re.S)
    form = forms[0]
    data: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = _attribute(tag, "name"), _attribute(tag, "value")
        kind = _attribute(tag, "type")
        if kind == "file" or (kind == "checkbox" and " checked" not in tag):
            continue
        data.setdefault(name, []).append(value or ("on" if kind == "checkbox" else ""))
    for name, text in re.findall(
        r'<textarea name="([^"]+)"[^>]*>\r?\n?(.*?)</textarea>', form, re.S
    ):
        data[name] = [_plain(text)]
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', form, re.S):
        data[name] = re.findall(r'<option value="([^"]*)" selected', options)[:1] or [""]
    return data


def _attribute(tag, name):
    found = re.search(rf'\b{name}="([^"]*)"', tag)
    return _plain(found[1]) if found else ""


def _plain(text):
    pairs = (("&quot;", '"'), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
    for escaped, letter in pairs:
        text = text.replace(escaped, letter)
    return text


class AtTheForm:
    """One person's browser at one entry."""

    def __init__(self, tenant, organisation, email=EMAIL):
        with tenant_context(tenant):
            account = member_in(tenant, email)
        self.client = member_client(tenant, account)
        self.base = f"/konto/eintrag/{organisation.uuid}/"

    def open(self, step):
        page = self.client.get(f"{self.base}{step}/")
        assert page.status_code == 200, page
        return fields_of(page)

    def send(self, step, data):
        return self.client.post(f"{self.base}{step}/", data)

    def change(self, step, **typed):
        """Opens a step, types, saves. Names with "-" come as "0__value"."""
        data = self.open(step)
        data |= {name.replace("__", "-"): value for name, value in typed.items()}
        return self.send(step, data)


def ours(tenant, **values):
    """An entry that Erika acts for."""
    with tenant_context(tenant):
        return entry(values.pop("name", "Unser Verein"), responsibles=PEOPLE, **values)
