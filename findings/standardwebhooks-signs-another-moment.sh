#!/usr/bin/env bash
# One would guess: the Python library of the Standard Webhooks specification signs the moment that a time with a zone names.
# What is: `sign` puts UTC in the place of the zone: 12:00+03:00 is signed as 12:00 UTC, and its own `verify` refuses the message.
# Why it matters: a sender whose times have a zone (as Django's have, once shown in local time) is refused wherever that zone is not UTC.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv own
own/bin/pip install -q --disable-pip-version-check standardwebhooks==1.1.0
cat >look.py <<'PY'
import base64
from datetime import datetime, timedelta, timezone
from importlib.metadata import version

from standardwebhooks import Webhook, WebhookVerificationError

hook = Webhook(base64.b64encode(b"a secret of the two of them, long").decode())
now = datetime.now(timezone.utc)


def is_taken(moment: datetime) -> bool:
    signature = hook.sign("msg_1", moment, "{}")
    stamp = str(int(moment.timestamp()))
    try:
        hook.verify("{}", {"webhook-id": "msg_1", "webhook-timestamp": stamp, "webhook-signature": signature})
    except WebhookVerificationError:
        return False
    return True


taken = {hours: is_taken(now.astimezone(timezone(timedelta(hours=hours)))) for hours in (-5, 0, 3)}
print("standardwebhooks", version("standardwebhooks"), "one moment, told in three zones:", taken)
assert taken == {-5: False, 0: True, 3: False}
PY
own/bin/python look.py
