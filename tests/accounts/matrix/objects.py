"""The real objects with which addresses are filled: somebody else's, or one's own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from dummy_plugin.models import DummyIndexPage, DummyPage, Kind
from wagtail.admin.models import EditingSession
from wagtail.blocks import Block
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    Task,
    UploadedFile,
    Workflow,
)

from plugins.members.domain.beginnings import make_directory
from plugins.members.enums import ListKind, Status
from plugins.members.models import Import, Organisation, Responsible, Term
from plugins.news.models import Topic
from plugins.news.tests.factories import published
from tests.accounts.matrix.pool_objects import pool_objects, pool_queries
from tests.member_area.helpers import EMAIL
from verbund.accounts.domain import invitations
from verbund.accounts.models import User
from verbund.accounts.settings import SecuritySettings
from verbund.api.domain.keys import make_key
from verbund.media.models import Document, Image
from verbund.pages.models import HomePage, StandardPage

FORM = {
    # What Wagtail's own forms always send, whatever is typed.
    "body-count": "0",
    "sections-count": "0",
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
    "external-link-chooser-url": "https://dortmund.test/",
    "external-link-chooser-link_text": "Verweis",
}
UNKNOWN = "unbekannt"
SECRETS = ("secret", "asked", "uidb64", "token", "key")
"""Parts of addresses that nobody can guess: these are wrong."""


@dataclass
class Objects:
    """One of each kind, made by one person.

    ``by_name`` says what stands for a name in any address, ``by_view`` in one view or namespace;
    ``queries`` what a view wants to be asked, ``whole`` an address as it is, ``form`` what is
    sent to each of them.
    """

    by_name: dict[str, Any]
    by_view: dict[str, dict[str, Any]]
    queries: dict[str, str] = field(default_factory=dict)
    whole: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] = field(default_factory=dict)

    def values_for(self, key: str, names: tuple[str, ...]) -> dict[str, Any]:
        """What stands in this address for each of these names."""
        view = key.partition("(")[0]
        places = (view.rpartition(":")[0], view, key)
        special = {name: one for place in places for name, one in self._of(place)}
        known = self.by_name | special
        return {name: known[name] for name in names}

    def _of(self, place: str) -> Iterable[tuple[str, Any]]:
        return self.by_view.get(place, {}).items()


def objects_of(owner: User, below: Page, mark: str) -> Objects:
    """Makes them: pages in each state, a picture, a file, whatever an address may ask for."""
    pages = _Pages(owner, below, mark)
    image, document = _image(owner, mark), _document(owner, mark)
    collection = Collection.get_first_root_node().add_child(name=mark)
    redirect = Redirect.objects.create(old_path=f"/{mark}", redirect_page=pages.draft)
    kind, topic = Kind.objects.create(name=mark), _topic(mark)
    entry = _entry(mark)
    twin = Organisation.objects.create(name=f"{mark} zwei", slug=f"{mark}-zwei")
    word = Term.objects.create(kind=ListKind.TOPIC, name=mark, slug=mark)
    authors = Group.objects.get(name="Autor:in")
    account = User.objects.create_user(f"{mark}@andere.test", "ein-langes-passwort")
    account.groups.add(authors)
    invitation = invitations.invite(f"{mark}@neu.test", authors, by=None)
    lock = CollectionViewRestriction.objects.create(collection=collection, password="x")
    by_name = {
        **pages.names(),
        **dict.fromkeys(SECRETS, UNKNOWN),
        "uidb36": "1",
        "image_id": image.pk,
        "filter_spec": "width-100",
        "document_id": document.pk,
        "doc_id": document.pk,
        "collection_id": collection.pk,
        "restriction_id": lock.pk,
        "redirect_id": redirect.pk,
        "label": "news",
        "uuid": invitation.uuid,
        "digest": "0000",
        "session": 1,
        "pk": 1,
    }
    by_view = {
        **pages.views(),
        **pool_objects(mark),
        "apikeys_admin": {"pk": make_key(mark, ["news:write"], 30, owner)[0].pk},
        "wagtailsettings": {"pk": SecuritySettings.load().pk},
        "console": {"schema": "dortmund", "name": "aussetzen"},
        "wagtailadmin_api:images": {"pk": image.pk},
        "wagtailadmin_api:documents": {"pk": document.pk},
        "wagtailadmin_collections": {"pk": collection.pk},
        "wagtailsnippets_news_topic": {"pk": topic.pk},
        "wagtailsnippetchoosers_news_topic": {"pk": topic.pk},
        "wagtailsnippets_dummy_kind": {"pk": kind.pk},
        "wagtailsnippetchoosers_dummy_kind": {"pk": kind.pk},
        "simple_translation:submit_snippet_translation": {
            "app_label": "news",
            "model_name": "topic",
            "pk": topic.pk,
        },
        "members_konto": {"key": entry.uuid, "slug": "was"},
        "api:get_member": {"member_id": entry.uuid},
        "members_admin:split": {"pk": entry.pk},
        "members_admin:apart": {"first": entry.pk, "second": twin.pk},
        "members_admin:merge": {"first": entry.pk, "second": twin.pk},
        "members_admin": {"key": Import.objects.create(file_name=mark).pk},
        "wagtailsnippets_members_organisation": {"pk": entry.pk},
        "wagtailsnippetchoosers_members_organisation": {"pk": entry.pk},
        "wagtailsnippets_members_term": {"pk": word.pk},
        "wagtailsnippetchoosers_members_term": {"pk": word.pk},
        "search_words": {"number": 1},
        "wagtailsites": {"pk": Site.objects.get().pk},
        "wagtailusers_groups": {"pk": authors.pk},
        "wagtailusers_users": {"pk": account.pk},
        "wagtaildocs_chooser": {"pk": document.pk},
        "wagtailimages_chooser": {"pk": image.pk},
        "wagtailimages": {"uploaded_file_id": _upload(owner, Image).pk},
        "wagtaildocs": {"uploaded_file_id": _upload(owner, Document).pk},
    }
    queries = pages.queries() | {
        **pool_queries(by_view),
        **_ids("wagtail_bulk_action(media.image.{})", image, "add_tags add_to_collection delete"),
        **_ids(
            "wagtail_bulk_action(media.document.{})",
            document,
            "add_tags add_to_collection delete",
        ),
        **_ids("wagtail_bulk_action(news.topic.{})", topic, "delete"),
        **_ids("wagtail_bulk_action(dummy.kind.{})", kind, "delete"),
        **_ids(
            "wagtail_bulk_action(members.organisation.{})", entry, "delete invite remind export"
        ),
        **_ids("wagtail_bulk_action(members.term.{})", word, "delete"),
        "wagtailadmin_block_preview": f"?id={next(iter(Block.definition_registry))}",
    }
    whole = {
        "wagtaildocs_serve": document.url,
        "media": image.get_rendition("width-100").url,
    }
    return Objects(by_name, by_view, queries, whole, FORM | pages.form())


def _entry(mark: str) -> Organisation:
    """A public one that the member of the table acts for."""
    entry = Organisation.objects.create(
        name=f"{mark} e. V.", slug=f"{mark}-ev", status=Status.MEMBER, shown=True
    )
    Responsible.objects.create(organisation=entry, email=EMAIL)
    make_directory(home())
    return entry


class _Pages:
    """A draft, one in review, one that is public, one that is locked, and a copy that follows."""

    def __init__(self, owner: User, below: Page, mark: str) -> None:
        self.owner, self.below = owner, below
        self.draft = self._made(f"{mark}-entwurf")
        self.submitted = self._made(f"{mark}-eingereicht")
        self.state = self.submitted.get_workflow().start(self.submitted, owner)
        self.public = self._made(f"{mark}-erschienen")
        self.public.get_latest_revision().publish()
        self.locked = self._made(f"{mark}-gesperrt", locked=True, locked_by=owner)
        self.alias = self.public.create_alias(parent=below, update_slug=f"{mark}-spiegel")
        self.item = published(f"{mark}-meldung")
        self.news = self.item.get_parent().pk
        self.dummies = DummyIndexPage.objects.get().pk
        self.restriction = PageViewRestriction.objects.create(page=self.public, password="x")
        self.session = EditingSession.objects.create(
            user=owner,
            content_type=ContentType.objects.get_for_model(self.draft.specific_class),
            object_id=str(self.draft.pk),
            last_seen_at=timezone.now(),
        )

    def names(self) -> dict[str, Any]:
        page, task = self.draft.pk, self.state.current_task_state
        return {
            **dict.fromkeys(("page_id", "parent_page_id", "page_to_move_id", "page_pk"), page),
            "destination_id": self.below.pk,
            "page_view_restriction_id": self.restriction.pk,
            "revision_id": self.draft.get_latest_revision().pk,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "workflow_state_id": self.state.pk,
            "workflow_pk": Workflow.objects.get(active=True).pk,
            "task_state_id": task.pk,
            "task_id": task.task_id,
            "action_name": "approve",
            "content_type_app_name": "pages",
            "content_type_model_name": "standardpage",
            "app_label": "pages",
            "app_name": "taggit",
            "model_name": "standardpage",
            "object_id": page,
            "session_id": self.session.pk,
            "item_id": self.item.pk,
        }

    def views(self) -> dict[str, dict[str, Any]]:
        submitted = {"page_id": self.submitted.pk}
        return {
            "wagtailadmin_api:pages": {"pk": self.draft.pk},
            "wagtailadmin_api:pages:action(unpublish)": {"pk": self.public.pk},
            "wagtailadmin_api:pages:action(convert_alias)": {"pk": self.alias.pk},
            "wagtailadmin_pages:add_subpage": {"parent_page_id": self.below.pk},
            "wagtailadmin_pages:add(news.newspage)": {"parent_page_id": self.news},
            "wagtailadmin_pages:add(news.pressreleasepage)": {"parent_page_id": self.news},
            "wagtailadmin_pages:add(dummy.dummypage)": {"parent_page_id": self.dummies},
            "wagtailadmin_pages:preview_on_add(dummy.dummypage)": {"parent_page_id": self.dummies},
            "wagtailadmin_pages:revisions_compare": {"pk": self.draft.pk},
            "wagtailadmin_pages:unpublish": {"page_id": self.public.pk},
            "wagtailadmin_pages:unlock": {"page_id": self.locked.pk},
            "wagtailadmin_pages:lock": submitted,
            "wagtailadmin_pages:convert_alias": {"page_id": self.alias.pk},
            "wagtailadmin_pages:workflow_action": submitted,
            "wagtailadmin_pages:collect_workflow_action_data": submitted,
            "wagtailadmin_pages:confirm_workflow_cancellation": submitted,
            "wagtailadmin_pages:workflow_preview": submitted,
            "wagtailadmin_pages:workflow_history_detail": submitted,
            "wagtailcore_authenticate_with_password": {"page_id": self.public.pk},
            "wagtailadmin_workflows": {"pk": Task.objects.filter(active=True).first().pk},
            "wagtailadmin_editing_sessions:ping": {"model_name": self.draft._meta.model_name}
            | {"app_label": self.draft._meta.app_label},
            "wagtailadmin_tag_model_autocomplete": {"model_name": "tag"},
        }

    def queries(self) -> dict[str, str]:
        bulk = "wagtail_bulk_action(wagtailcore.page.{})"
        return {
            **_ids(bulk, self.draft, "delete move publish"),
            **_ids(bulk, self.public, "unpublish"),
            "wagtailadmin_api:pages:find": f"?id={self.draft.pk}",
        }

    def form(self) -> dict[str, str]:
        return {
            "destination_page_id": str(self._where_to().pk),
            "new_parent_page": str(self.below.pk),
            "revision_id": str(self.draft.get_latest_revision().pk),
            "locale": "en",
        }

    def _where_to(self) -> Page:
        """Where such a page may stand beside where it stands."""
        return self.below if isinstance(self.below, DummyIndexPage) else self.public

    def _made(self, slug: str, **fields: Any) -> Any:
        kind = DummyPage if isinstance(self.below, DummyIndexPage) else StandardPage
        page = kind(title=slug, slug=slug, live=False, owner=self.owner, **fields)
        self.below.add_child(instance=page)
        page.save_revision(user=self.owner)
        return page


def home() -> Page:
    return HomePage.objects.get(locale__language_code="de")


def branch_of_dummies() -> Page:
    """The plugin's main page, where its own role may work."""
    index = DummyIndexPage.objects.first()
    if index is not None:
        return index
    index = DummyIndexPage(title="Proben")
    home().add_child(instance=index)
    index.save_revision().publish()
    return index


def _ids(pattern: str, one: Any, actions: str) -> dict[str, str]:
    return {pattern.format(action): f"?id={one.pk}" for action in actions.split()}


def _topic(mark: str) -> Topic:
    german = Locale.objects.get(language_code="de")
    return Topic.objects.create(name=mark, slug=mark, locale=german)


def _image(owner: User, mark: str) -> Image:
    return Image.objects.create(title=mark, file=get_test_image_file(), uploaded_by_user=owner)


def _document(owner: User, mark: str) -> Document:
    file = ContentFile(b"Ein Text", name=f"{mark}.txt")
    return Document.objects.create(title=mark, file=file, uploaded_by_user=owner)


def _upload(owner: User, model: Any) -> UploadedFile:
    return UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(model),
        file=ContentFile(b"x", name="matrix.txt"),
        uploaded_by_user=owner,
    )
