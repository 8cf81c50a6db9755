"""What happens to mails."""

from django.dispatch import Signal

# Sent with `mail`, an OutgoingMail, when the mail server refused it for good or for too long.
mail_given_up = Signal()
