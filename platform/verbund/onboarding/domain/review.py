"""The review before publication: what an author submits, the editors approve."""

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from verbund.accounts.roles import Role


def make_review_workflow() -> Workflow:
    """One step for the whole site; Wagtail's own default is put away."""
    with override("de"):
        name = _("Review")
    task, _created = GroupApprovalTask.objects.get_or_create(name=name)
    task.groups.set(Group.objects.filter(name__in=[Role.ADMIN.value, Role.EDITOR.value]))
    workflow, _created = Workflow.objects.get_or_create(name=name)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    root = Page.get_first_root_node()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    Workflow.objects.exclude(pk=workflow.pk).update(active=False)
    return workflow
