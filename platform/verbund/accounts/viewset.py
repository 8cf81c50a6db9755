"""The list of staff in the admin, and the views in which admins keep their accounts."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.users.views import users as wagtail_users

from verbund.accounts import invitations_admin
from verbund.accounts.domain.people import Reach
from verbund.accounts.domain.removal import remove_account
from verbund.accounts.domain.standing import record_change, standing_of
from verbund.accounts.forms import StaffForm
from verbund.accounts.models import User


def _roles(user: User) -> str:
    return ", ".join(sorted(group.name for group in user.groups.all()))


class StaffFilterSet(wagtail_users.UserFilterSet):
    """Without Wagtail's superusers: a tenant has none."""

    is_superuser = None


class StaffIndexView(wagtail_users.IndexView):
    add_item_label = _("Invite somebody")
    page_title = _("People")

    @cached_property
    def columns(self) -> list[Column]:
        name = self._get_title_column_class(wagtail_users.UserColumn)(
            "name",
            accessor=lambda user: user.get_full_name() or user.email,
            label=_("Name"),
            sort_key="name",
            get_url=self.get_edit_url,
        )
        return [
            name,
            Column("email", label=_("E-mail address"), sort_key="email"),
            Column("roles", accessor=_roles, label=_("Roles")),
            BooleanColumn("is_active", label=_("Active"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last login"), sort_key="last_login"),
        ]

    @cached_property
    def _reach(self) -> Reach:
        return Reach(self.request.user)

    def get_base_queryset(self) -> Any:
        users = super().get_base_queryset().filter(support_for=None, removed_at=None)
        return users.prefetch_related("groups", "user_permissions__content_type")

    def get_edit_url(self, instance: User) -> str | None:
        return super().get_edit_url(instance) if self._reach.covers(instance) else None

    def get_delete_url(self, instance: User) -> str | None:
        return super().get_delete_url(instance) if self._reach.may_delete(instance) else None


class ManagedOnly:
    """:raises PermissionDenied: the account can do more than she who wants to change it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = self.get_object()  # type: ignore[attr-defined]  # of the view
        if request.user.is_authenticated and not self.allows(Reach(request.user), user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]  # of the view

    def allows(self, reach: Reach, user: User) -> bool:
        return reach.covers(user)


class StaffEditView(ManagedOnly, wagtail_users.EditView):
    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actor": self.request.user}

    def save_instance(self) -> User:
        before = standing_of(self.object)
        user: User = super().save_instance()
        record_change(user, before, self.request.user)
        return user


class StaffDeleteView(ManagedOnly, wagtail_users.DeleteView):
    def delete_action(self) -> None:
        """What she wrote keeps its author."""
        remove_account(self.object, _("by an admin"), by=self.request.user)

    def get_success_message(self) -> str:
        return str(_("The account is deleted. What was written with it stays."))

    def allows(self, reach: Reach, user: User) -> bool:
        return reach.may_delete(user)


class StaffViewSet(wagtail_users.UserViewSet):
    filterset_class = StaffFilterSet
    menu_label = _("People")
    copy_view_enabled = False
    index_view_class = StaffIndexView
    edit_view_class = StaffEditView
    delete_view_class = StaffDeleteView
    edit_template_name = "wagtailadmin/generic/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[StaffForm]:
        return StaffForm

    def get_urlpatterns(self) -> list[Any]:
        """Without the form of a new account: whoever works here was invited by mail."""
        return [one for one in super().get_urlpatterns() if one.name != "add"]

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        invite = f"{invitations_admin.NAMESPACE}:invite"
        return super().get_index_view_kwargs(**kwargs) | {"add_url_name": invite}
