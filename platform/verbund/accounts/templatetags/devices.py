"""Names of devices in templates."""

from django import template

from verbund.common.devices import device_words

register = template.Library()
register.filter("device", device_words)
