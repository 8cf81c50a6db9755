"""Django's EmailMessage as JSON and back."""

from base64 import b64decode, b64encode
from email.mime.base import MIMEBase
from typing import Any

from django.core.mail import EmailAttachment, EmailMessage, EmailMultiAlternatives

ABOUT = "X-Verbund-About"
PLAIN = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to", "extra_headers")


def dump(message: EmailMessage) -> dict[str, Any]:
    """What is needed to build the message again."""
    stored: dict[str, Any] = {name: getattr(message, name) for name in PLAIN}
    # Lazy translations become words in the language of this moment.
    stored["subject"], stored["body"] = str(message.subject), str(message.body)
    stored["alternatives"] = [
        [str(one.content), one.mimetype] for one in getattr(message, "alternatives", [])
    ]
    stored["attachments"] = [_dump_attachment(one) for one in message.attachments]
    return stored


def load(stored: dict[str, Any]) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=stored["subject"],
        body=stored["body"],
        from_email=stored["from_email"],
        to=stored["to"],
        cc=stored["cc"],
        bcc=stored["bcc"],
        reply_to=stored["reply_to"],
        headers=stored["extra_headers"],
    )
    for content, mimetype in stored["alternatives"]:
        message.attach_alternative(content, mimetype)
    for name, content, mimetype in stored["attachments"]:
        message.attach(name, b64decode(content), mimetype)
    return message


def _dump_attachment(attachment: EmailAttachment | MIMEBase) -> list[str | None]:
    if isinstance(attachment, MIMEBase):
        name, mimetype = attachment.get_filename(), attachment.get_content_type()
        content: Any = attachment.get_payload(decode=True)
    else:
        name, content, mimetype = attachment
    raw = content.encode() if isinstance(content, str) else bytes(content)
    return [name, b64encode(raw).decode(), mimetype]
