"""Tables whose rows are never in an archive: who holds a file must not be logged in by it."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from verbund.api.models import ApiAnswer
from verbund.member_area.models import EmailChange, LoginLink, MemberSession

LEFT_OUT = tuple(
    model._meta.db_table
    for model in (Session, UserSession, MemberSession, LoginLink, EmailChange, ApiAnswer)
)
"""Sessions, and what holds for minutes or a day: links to log in, answers to repeated requests."""

DERIVED = ("search_", "procrastinate_", "tenancy_counter", "tenancy_schemastate")
"""Beginnings of names of public tables that are made anew: the search, jobs, counters, states."""
MADE_BY_MIGRATIONS = ("django_migrations", "tenancy_registryversion")
