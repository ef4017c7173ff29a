"""What a person may decide about being told, and an owner about whom else a workspace tells."""

from workbench.notices.actions.following import (
    choose_pace,
    claim_mail,
    follow,
    forget_subscription,
    mute,
    note_mailed,
    read_notices,
    stop_mail,
)
from workbench.notices.actions.visiting import note_visit
from workbench.notices.actions.webhooks import (
    make_webhook,
    remove_webhook,
    rotate_secret,
    start_webhook,
    stop_webhook,
    try_webhook,
)

__all__ = [
    "choose_pace",
    "claim_mail",
    "follow",
    "forget_subscription",
    "make_webhook",
    "mute",
    "note_mailed",
    "note_visit",
    "read_notices",
    "remove_webhook",
    "rotate_secret",
    "start_webhook",
    "stop_mail",
    "stop_webhook",
    "try_webhook",
]
