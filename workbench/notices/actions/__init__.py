"""What a person may decide about being told, and an owner about whom else a workspace tells."""

from workbench.notices.actions.following import (
    choose_pace,
    claim_mail,
    follow,
    mute,
    note_mailed,
    read_notices,
    stop_mail,
)
from workbench.notices.actions.webhooks import (
    make_webhook,
    remove_webhook,
    rotate_secret,
    start_webhook,
    stop_webhook,
)

__all__ = [
    "choose_pace",
    "claim_mail",
    "follow",
    "make_webhook",
    "mute",
    "note_mailed",
    "read_notices",
    "remove_webhook",
    "rotate_secret",
    "start_webhook",
    "stop_mail",
    "stop_webhook",
]
