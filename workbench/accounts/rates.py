"""How often somebody may try something: counted in the database, so across processes and machines.

The rates themselves, of requests and of guesses, stand in settings.
"""

from time import time

from workbench.accounts.actions import count_request

__all__ = ["wait_for"]


def wait_for(name: str, rate: tuple[int, int]) -> int:
    """Count an attempt under `name`; return the seconds until the next may be made, 0 if this one is within the rate.

    A rate (times, seconds) holds for windows that begin at whole multiples of its seconds.
    """
    allowed, window = rate
    return window - int(time()) % window if count_request(name=name, window=window) > allowed else 0
