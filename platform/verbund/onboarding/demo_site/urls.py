"""Addresses of `localhost` in the demo; no tenant is entered here."""

from django.urls import include, path

from verbund.onboarding.demo_site import views

urlpatterns = [
    path("", views.overview, name="demo_overview"),
    path("mail/", views.mail_list, name="demo_mail"),
    path("mail/<str:name>/", views.mail_show, name="demo_mail_show"),
    path("-/", include("verbund.theming.urls")),
]
