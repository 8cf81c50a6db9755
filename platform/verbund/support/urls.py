"""Addresses below /anmeldung/support/: into a site that is helped, and out of it."""

from django.urls import path

from verbund.support import views

urlpatterns = [
    path("beenden/", views.leave, name="support_leave"),
    path("beendet/", views.over, name="support_over"),
    path("<str:secret>/", views.enter, name="support_enter"),
]
