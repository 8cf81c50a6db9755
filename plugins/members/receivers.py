"""What the directory hears of: mails that no server took."""

from typing import Any

from plugins.members.domain.inbox import note_bounce
from verbund.plugin import Receiver, mail_given_up


def bounced(**kwargs: Any) -> None:
    mail = kwargs["mail"]
    note_bounce(mail.about, mail.to, mail.error)


receivers = (Receiver("bounced", mail_given_up, bounced),)
