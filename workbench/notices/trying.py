"""A test on its way to a webhook: whoever asked waits for the answer, or a worker (`TASKS=database`) brings it."""

from django_tasks import task

from workbench.notices.delivering import try_now

__all__ = ["send_test"]


@task()
def send_test(delivery: int) -> bool:
    """Send a test (the id of its delivery), once; return whether it arrived. 15 seconds at most."""
    return try_now(delivery)
