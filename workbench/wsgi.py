"""The WSGI application: what gunicorn serves. Where no worker takes tasks, long jobs are done by a thread beside it."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
application = get_wsgi_application()

from workbench.review.transfer.beside import BESIDE  # noqa: E402 - once Django is set up

# What is loaded by now stays for good. Frozen, it is not walked again by every full garbage collection, which otherwise
# is what the slowest requests wait for.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()

if settings.JOBS_BESIDE:
    BESIDE.begin()
