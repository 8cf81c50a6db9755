"""Addresses below /konto/."""

from django.urls import path

from verbund.member_area.sections import section_urls
from verbund.member_area.views import home, login, own

urlpatterns = [
    path("", home.home, name="member_home"),
    path("anmelden/", login.ask, name="member_ask"),
    path("code/<str:asked>/", login.code, name="member_code"),
    path("link/<str:secret>/", login.link, name="member_link"),
    path("adresse/<str:secret>/", own.confirm_email, name="member_email"),
    path("abmelden/", login.leave_session, name="member_logout"),
    *section_urls(),
]
