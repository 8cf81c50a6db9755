"""What the plugin keeps: catalogue, pieces, places, rules, requests, bookings, hand-overs."""

from plugins.resources.models.bookings import Booking, Waiting
from plugins.resources.models.catalogue import (
    Article,
    ArticleImage,
    Category,
    Kit,
    KitPart,
    Room,
    RoomImage,
    RoomLayout,
)
from plugins.resources.models.feeds import Feed
from plugins.resources.models.handovers import Damage, Handover, HandoverItem
from plugins.resources.models.pages import ResourcesPage
from plugins.resources.models.places import ClosedDay, OpeningHours, PickupPoint
from plugins.resources.models.requests import Basket, BasketLine, Line, Request, Step
from plugins.resources.models.rules import Rule, Terms
from plugins.resources.models.units import Unit

__all__ = [
    "Article",
    "ArticleImage",
    "Basket",
    "BasketLine",
    "Booking",
    "Category",
    "ClosedDay",
    "Damage",
    "Feed",
    "Handover",
    "HandoverItem",
    "Kit",
    "KitPart",
    "Line",
    "OpeningHours",
    "PickupPoint",
    "Request",
    "ResourcesPage",
    "Room",
    "RoomImage",
    "RoomLayout",
    "Rule",
    "Step",
    "Terms",
    "Unit",
    "Waiting",
]
