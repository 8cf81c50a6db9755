"""Onboarding and demo content."""

from django.utils.translation import gettext_lazy as _

from verbund.plugin.config import ContributingConfig


class OnboardingConfig(ContributingConfig):
    name = "verbund.onboarding"
    verbose_name = _("Onboarding")
