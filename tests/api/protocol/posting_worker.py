"""One of the processes that post the same comments: `python -m tests.api.protocol.posting_worker PASSAGE TOKEN KEYS`.

Posts a comment for each of `KEYS` idempotency keys and prints, as JSON, the status and the comment's id for each.
"""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()

    from django.conf import settings
    from django.test import Client

    settings.API_RATES = dict.fromkeys(settings.API_RATES, (1000, 10**8))  # one window for the whole run

    passage, token, keys = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    client = Client(SERVER_NAME="localhost")
    answers = []
    for number in range(keys):
        answer = client.post(
            "/api/v1/comments/",
            {"passage": passage, "body": f"Comment {number}"},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}", "Idempotency-Key": f"key-{number}"},
        )
        answers.append((answer.status_code, answer.json().get("id")))
    sys.stdout.write(json.dumps(answers))
