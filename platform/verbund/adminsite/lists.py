"""The lists that *Zu tun* links to."""

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page

from verbund.adminsite.todo import LISTS, TaskList

NAMESPACE = "adminsite_todo"


class TaskListView(PageReportView):
    """The pages of one list, the latest change first."""

    task_list: TaskList | None = None
    any_permission_required = ("add", "change", "publish")
    is_searchable = False
    list_export = ()

    @property
    def _list(self) -> TaskList:
        assert self.task_list is not None
        return self.task_list

    def get_page_title(self) -> str:
        return str(self._list.title)

    def get_header_icon(self) -> str:
        return self._list.icon

    def get_base_queryset(self) -> "QuerySet[Page]":
        # Any: the methods of Wagtail's own query set have no types.
        pages: Any = self._list.pages(self.request.user).select_related("content_type", "locale")
        return (
            pages.prefetch_workflow_states()
            .annotate_approved_schedule()
            .order_by("-latest_revision_created_at")
        )

    def get_queryset(self) -> "QuerySet[Page]":
        return self.order_queryset(self.get_base_queryset())


def todo_urls() -> list[URLPattern]:
    """`/admin/todo/<list>/`."""
    return [path(f"{one.name}/", _view(one), name=one.name) for one in LISTS]


def _view(task_list: TaskList) -> Any:
    return TaskListView.as_view(task_list=task_list, index_url_name=f"{NAMESPACE}:{task_list.name}")
