"""Models of who is told of what."""

from workbench.notices.models.mail_wish import MailWish
from workbench.notices.models.reading import Reading
from workbench.notices.models.subscription import Subscription
from workbench.notices.models.visit import PAUSE, Visit
from workbench.notices.models.webhook import Delivery, Webhook, WebhookQuerySet

__all__ = ["PAUSE", "Delivery", "MailWish", "Reading", "Subscription", "Visit", "Webhook", "WebhookQuerySet"]
