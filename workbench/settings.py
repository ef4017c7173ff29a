"""All settings, read from the environment. What is missing or unreadable stops the start with a message.

| variable | meaning | default |
|---|---|---|
| SECRET_KEY | signs sessions and cursors; at least 32 characters | none: must be set |
| SECRET_KEY_FILE | a file that holds it, for container secrets and systemd credentials | none |
| DATA_DIR | where database and collected files lie | var/ of a checkout, else ~/.local/share/translation-workbench |
| DATABASE_URL | `sqlite:///path` or `postgresql://user:password@host:port/name` | SQLite in DATA_DIR |
| DATABASE_URL_FILE | a file that holds it | none |
| REPLICA_URL | a replica of PostgreSQL that commits wait for: requests that only read are answered by it | none |
| REPLICA_URL_FILE | a file that holds it | none |
| ALLOWED_HOSTS | host names served, separated by commas | localhost, 127.0.0.1, [::1] |
| TRUSTED_ORIGINS | `https://...` origins for forms behind a proxy, separated by commas | none |
| HTTPS | `on`: secure cookies, redirect to HTTPS, HSTS, trust X-Forwarded-Proto | on |
| PROXIES | number of proxies in front that add to X-Forwarded-For | 0 |
| TASKS | who does long jobs: `immediate` (the server itself) or `database` (`manage.py db_worker`) | immediate |
| SEGMENTATION | `off`: cut Chinese, Thai and the like by the character though a dictionary is installed | on |
| MEANING | `off`: leave out what knows meaning across languages though it is installed | on |
| LEMMAS | `off`: leave out what knows the forms of words though it is installed | on |
| SITE_URL | where people reach it, for links in mail: `https://letters.example.org` | the first of ALLOWED_HOSTS |
| EMAIL_URL | the mail server: `smtp+tls://user:password@host:587`, `consolemail://` | written to the console |
| EMAIL_FROM | who mail comes from | workbench@ the host of SITE_URL |
| WEBHOOK_NETWORKS | networks inside that webhooks may reach all the same: `10.1.0.0/16`, separated by commas | none |
| SSO_FILE | a TOML file of those whose accounts are good here (OpenID Connect, SAML); wants the extra `sso` | none |
| SECOND_FACTOR | `off`, `optional`, or `required` of all who sign in by a password; wants the extra `sso` | off |
| LOG | how the log is written: `lines` for people, `json` for programs | lines |
| METRICS_NETWORKS | from where `/metrics` may be read: `10.1.0.0/16`, separated by commas | none |
| LOG_DAYS | for how long the log of who did what is kept, in days, once `workbench prune` runs daily | 0: for ever |
| SECURITY_CONTACT | whom to write to of a hole, for `/.well-known/security.txt`: an address or `https://…` | none |
| PRIVACY_FILE | a Markdown file for `/privacy/` in the place of ours; its first line is `# ` and the title | none |
| DEBUG | `on` only at a developer's desk | off |
"""

from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from workbench.operating.logs import is_no_outage
from workbench.places import data_dir
from workbench.web.signon.configuring import settings_for

VAR_DIR = data_dir()
VAR_DIR.mkdir(parents=True, exist_ok=True)
env = environ.Env()


def _given(name: str) -> str:
    """Return a setting, or what stands in the file that it names with `_FILE`; "" for neither."""
    said: str = env.str(name, default="")
    if not said and (place := env.str(f"{name}_FILE", default="")):
        return Path(place).read_text(encoding="utf-8").strip()
    return said


SECRET_KEY = _given("SECRET_KEY")
if len(SECRET_KEY) < 32:
    raise ImproperlyConfigured(
        "SECRET_KEY (or what SECRET_KEY_FILE holds) must be set in the environment, to at least 32 random characters."
    )
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
HTTPS = env.bool("HTTPS", default=True)
PROXIES = env.int("PROXIES", default=0)

# --- applications -----------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "workbench.operating",  # whose worker stands before that of django_tasks_db
    "django_tasks",
    "django_tasks_db",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "workbench.journal",
    "workbench.accounts",
    "workbench.corpus",
    "workbench.review",
    "workbench.notices",
    "workbench.publishing",
    "workbench.campaigns",
    "workbench.api",
    "workbench.web",
]
MIDDLEWARE = [
    "workbench.operating.health.answer_probes",
    "workbench.operating.metrics.answer_metrics",
    "workbench.operating.wellknown.answer_well_known",
    "workbench.operating.requests.watch_requests",
    "workbench.api.protocol.middleware.tell_problems",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "workbench.web.site.tongues.choose_tongue",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "workbench.web.site.cross_site.refuse_cross_site",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "workbench.web.site.middleware.explain_wrong_method",
]
ROOT_URLCONF = "workbench.urls"
WSGI_APPLICATION = "workbench.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["workbench.web.templatetags.in_words"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "workbench.web.site.engine.say_engine",
            ],
        },
    }
]

# --- database ---------------------------------------------------------------------------------------
DATABASES = {"default": env.db_url_config(_given("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'workbench.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # Deferred transactions that turn into writers fail at once under load; immediate ones wait.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    DATABASES["default"]["ENGINE"] = "workbench.operating.postgresql"
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if _replica := _given("REPLICA_URL"):
    _others = {**env.db_url_config(_replica), "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    if not DATABASES["default"]["ENGINE"].startswith("workbench.") or not _others["ENGINE"].endswith("postgresql"):
        raise ImproperlyConfigured(
            "REPLICA_URL names a replica of PostgreSQL, and wants DATABASE_URL to name one, too."
        )
    _others |= {"ENGINE": "workbench.operating.postgresql", "OPTIONS": {"connect_timeout": 2}}
    DATABASES["replica"] = {**_others, "TEST": {"MIRROR": "default"}}
    DATABASE_ROUTERS = ["workbench.operating.replica.Router"]
    MIDDLEWARE.insert(4, "workbench.operating.replica.read_from_replica")  # inside of what watches requests
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- long jobs --------------------------------------------------------------------------------------
TASK_BACKENDS = {
    "immediate": "workbench.operating.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
_tasks = env.str("TASKS", default="immediate")
if _tasks not in TASK_BACKENDS:
    raise ImproperlyConfigured(f"TASKS is {_tasks!r}; one of {', '.join(TASK_BACKENDS)} is expected.")
TASKS = {"default": {"BACKEND": TASK_BACKENDS[_tasks]}}
JOBS_BESIDE = _tasks == "immediate"  # a server then does imports, exports and deletions in a thread of its own

# Called with a workspace's id after each transaction in which something happened there (docs/decisions).
AFTER_EVENTS = "workbench.notices.tasks.tell_of_event"
WEBHOOK_NETWORKS = env.list("WEBHOOK_NETWORKS", default=[])

# --- people -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/login/"

# --- signing on with accounts of elsewhere, second factors ------------------------------------------
SSO_FILE = env.str("SSO_FILE", default="")
SECOND_FACTOR = env.str("SECOND_FACTOR", default="off")
SIGN_ON = bool(SSO_FILE) or SECOND_FACTOR != "off"
if SIGN_ON:
    globals().update(
        settings_for(file=SSO_FILE, second_factor=SECOND_FACTOR, site_name="Translation Workbench", proxies=PROXIES)
    )
    INSTALLED_APPS += globals()["SIGN_ON_APPS"]
    MIDDLEWARE += ["allauth.account.middleware.AccountMiddleware", "workbench.web.signon.gate.require_second_factor"]

# --- mail -------------------------------------------------------------------------------------------
SITE_URL = env.str("SITE_URL", default=f"https://{ALLOWED_HOSTS[0]}" if HTTPS else "http://localhost:8000").rstrip("/")
_mail = env.email_url("EMAIL_URL", default="consolemail://")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"] or "localhost", _mail["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"] or "", _mail["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default=f"workbench@{urlsplit(SITE_URL).hostname}")
PASSWORD_RESET_TIMEOUT = 24 * 3600

# --- the browser's guards ---------------------------------------------------------------------------
CSRF_TRUSTED_ORIGINS = env.list("TRUSTED_ORIGINS", default=[])
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "workbench.accounts.sessions"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "workbench.web.site.error_pages.show_csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- files ------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "workbench.web.site.static_files.StampedFiles"
    },
}
# A JSON body or form over this is a 413; files are bounded where they are read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
IMPORT_MAX_BYTES = 50_000_000
FILE_UPLOAD_HANDLERS = [
    "workbench.corpus.upload_handlers.RefuseOversized",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- language and time ------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("de", "Deutsch"), ("en-gb", "English"), ("ru", "Русский")]
LOCALE_PATHS = [Path(__file__).parent / "web" / "locale"]  # so that our words come before those of Django
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600  # seconds
LANGUAGE_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "UTC"
USE_TZ = True

# --- rates: how often somebody may try, as (times, seconds) -----------------------------------------
# Requests to the API: of one account, reads apart from writes, or of one address without an account.
API_RATES = {"anonymous": (120, 60), "read": (1200, 60), "write": (600, 60)}
# Guesses of a password: for one name from one address, from one address, and for one name from everywhere.
PASSWORD_RATES = {"name": (20, 15 * 60), "address": (100, 15 * 60), "everywhere": (200, 15 * 60)}
# Feeds asked for by one person, but for those that had not changed.
FEED_RATE = (120, 60)
# What readers without an account ask for, by address: whole works as files; by block: words that they send.
PUBLIC_RATES = {"files": (30, 3600), "words": (5, 600)}
# All that is kept of oneself, as a file.
OWN_DATA_RATE = (10, 3600)
# Invitations by one person.
INVITATION_RATE = (100, 24 * 3600)

# --- the API ----------------------------------------------------------------------------------------
REST_FRAMEWORK: dict[str, object] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "workbench.api.protocol.authentication.BearerAuthentication",
        "workbench.api.protocol.authentication.BrowserAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["workbench.api.protocol.parsing.JsonParser"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "workbench.api.protocol.openapi.describing.OperationSchema",
    "URL_FORMAT_OVERRIDE": None,
    "NUM_PROXIES": PROXIES,
}
SPECTACULAR_SETTINGS: dict[str, object] = {
    "TITLE": "Translation Workbench",
    "DESCRIPTION": "Aligned translations of one text, their differences word by word, and what reviewers say of them.",
    "VERSION": "1",
    "LICENSE": {"name": "BSD-3-Clause"},
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "TAGS": [
        {"name": name}
        for name in [
            "workspaces",
            "invitations",
            "works",
            "translations",
            "passages",
            "variants",
            "equivalences",
            "diff",
            "search",
            "threads",
            "comments",
            "anchors",
            "notifications",
            "subscriptions",
            "feed-tokens",
            "webhooks",
            "imports",
        ]
    ],
    "POSTPROCESSING_HOOKS": ["workbench.api.protocol.openapi.describing.complete"],
}

# --- what is told of the server ---------------------------------------------------------------------
LOG_DAYS = env.int("LOG_DAYS", default=0)
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")
PRIVACY_FILE = env.str("PRIVACY_FILE", default="")
try:
    METRICS_NETWORKS = [ip_network(one, strict=False) for one in env.list("METRICS_NETWORKS", default=[])]
except ValueError as error:
    raise ImproperlyConfigured(f"METRICS_NETWORKS: {error}.") from error
_FORMATTERS = {"lines": "workbench.operating.logs.LineFormatter", "json": "workbench.operating.logs.JsonFormatter"}
_log = env.str("LOG", default="lines")
if _log not in _FORMATTERS:
    raise ImproperlyConfigured(f"LOG is {_log!r}; one of {', '.join(_FORMATTERS)} is expected.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"chosen": {"()": _FORMATTERS[_log]}},
    "filters": {"no_outage": {"()": "django.utils.log.CallbackFilter", "callback": is_no_outage}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "chosen"}},
    "loggers": {
        "django_tasks": {"level": "WARNING"},  # that a task failed; a worker tells of the others, too
        "django.request": {"level": "ERROR", "filters": ["no_outage"]},  # of refusals the request's own line tells
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
