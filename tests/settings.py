"""The workbench's settings as the tests want them: a fixed key, no HTTPS, quick password hashing."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 40)
os.environ.setdefault("HTTPS", "off")
os.environ.setdefault("SECOND_FACTOR", "optional")  # so that pages, tables and routes of the extra sso are there

from workbench.settings import *  # noqa: F403

JOBS_BESIDE = False  # a test does its own jobs, also where it loads the server's application
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
