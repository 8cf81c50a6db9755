"""The list of staff in the admin, and the views in which admins keep their accounts."""

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.users.views import users as wagtail_users

from verbund.accounts.domain.people import Reach
from verbund.accounts.domain.standing import record_change, standing_of
from verbund.accounts.domain.welcome import send_welcome
from verbund.accounts.forms import EditStaffForm, NewStaffForm
from verbund.accounts.models import User
from verbund.tenancy.context import current_tenant


def _roles(user: User) -> str:
    return ", ".join(sorted(group.name for group in user.groups.all()))


class StaffFilterSet(wagtail_users.UserFilterSet):
    """Without Wagtail's superusers: a tenant has none."""

    is_superuser = None


class StaffIndexView(wagtail_users.IndexView):
    add_item_label = _("Add an account")
    page_title = _("Users")

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
        users = super().get_base_queryset()
        return users.prefetch_related("groups", "user_permissions__content_type")

    def get_edit_url(self, instance: User) -> str | None:
        return super().get_edit_url(instance) if self._reach.covers(instance) else None

    def get_delete_url(self, instance: User) -> str | None:
        return super().get_delete_url(instance) if self._reach.may_delete(instance) else None


class StaffCreateView(wagtail_users.CreateView):
    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actor": self.request.user}

    def save_instance(self) -> User:
        user: User = super().save_instance()
        mail = partial(send_welcome, current_tenant(), user, self.request.user)
        transaction.on_commit(mail)
        return user


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
    def allows(self, reach: Reach, user: User) -> bool:
        return reach.may_delete(user)


class StaffViewSet(wagtail_users.UserViewSet):
    filterset_class = StaffFilterSet
    menu_label = _("Users")
    copy_view_enabled = False
    index_view_class = StaffIndexView
    add_view_class = StaffCreateView
    edit_view_class = StaffEditView
    delete_view_class = StaffDeleteView
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[NewStaffForm | EditStaffForm]:
        return EditStaffForm if for_update else NewStaffForm
