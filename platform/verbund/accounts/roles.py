"""The roles that every tenant has, said by the plugin API as a plugin says its own."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from verbund.plugin.contributions import RoleDefinition


class Role(StrEnum):
    ADMIN = "Administration"
    EDITOR = "Redaktion"
    AUTHOR = "Autor:in"


ACCESS = "wagtailadmin.access_admin"
TRANSLATE = "simple_translation.submit_translation"
MANAGE_SITE = "accounts.manage_site"
_LIBRARY = (
    *("add_image", "change_image", "choose_image"),
    *("add_document", "change_document", "choose_document"),
)

roles = (
    RoleDefinition(
        Role.ADMIN.value,
        _("Looks after the site: people and roles, settings, all content."),
        permissions=(
            TRANSLATE,
            "accounts.add_user",
            "accounts.change_user",
            "accounts.delete_user",
            MANAGE_SITE,
            "accounts.change_securitysettings",
            "wagtailredirects.add_redirect",
            "wagtailredirects.change_redirect",
            "wagtailredirects.delete_redirect",
        ),
        pages=("add_page", "change_page", "publish_page", "bulk_delete_page", "unlock_page"),
        collections=(*_LIBRARY, "add_collection", "change_collection", "delete_collection"),
        order=100,
    ),
    RoleDefinition(
        Role.EDITOR.value,
        _("Writes and publishes, and approves what others submit."),
        permissions=(TRANSLATE,),
        pages=("add_page", "change_page", "publish_page", "unlock_page"),
        collections=_LIBRARY,
        order=110,
    ),
    RoleDefinition(
        Role.AUTHOR.value,
        _("Writes, and submits it for review."),
        pages=("add_page",),
        collections=("add_image", "choose_image", "add_document", "choose_document"),
        order=120,
    ),
)
