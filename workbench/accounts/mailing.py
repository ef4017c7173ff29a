"""Mail, sent beside the request that caused it: how long an answer takes does not tell whether there was a letter.

One thread hands letters over, one after the other. What the mail server refuses is logged; nobody waits for it.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.core.mail import EmailMessage
from django.db import transaction

__all__ = ["flush", "post", "post_on_commit"]

_log = logging.getLogger("workbench.mail")
_postman = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mail")


def post(letter: EmailMessage) -> None:
    """Hand a letter over, later."""
    _postman.submit(_send, letter)


def post_on_commit(letter: EmailMessage) -> None:
    """Hand a letter over once the transaction stands."""
    transaction.on_commit(partial(post, letter))


def flush() -> None:
    """Wait until all letters so far are handed over."""
    _postman.submit(lambda: None).result()


def _send(letter: EmailMessage) -> None:
    try:
        letter.send()
    except OSError:  # SMTP errors are among these
        _log.exception("A letter was not sent")
