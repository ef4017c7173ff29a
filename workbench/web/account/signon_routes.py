"""Addresses of signing on, at /sign-on/. Their names are django-allauth's own, which looks for them."""

from importlib.util import find_spec

from allauth.account.views import account_inactive, reauthenticate
from allauth.socialaccount.views import login_cancelled, login_error
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.cache import never_cache

from workbench.web.account.views.signing import show_sign_in, sign_out
from workbench.web.signon.leaving import end_provided_sessions

__all__ = ["urlpatterns"]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", show_sign_in, name="account_login"),
    path("out/", sign_out, name="account_logout"),
    path("again/", never_cache(reauthenticate), name="account_reauthenticate"),
    path("closed/", account_inactive, name="account_inactive"),
    path("cancelled/", login_cancelled, name="socialaccount_login_cancelled"),
    path("failed/", login_error, name="socialaccount_login_error"),
    path("second/", include("allauth.mfa.urls")),
    path("oidc/<slug:provider_id>/logout/", end_provided_sessions, name="oidc_logout"),
    path("oidc/", include("allauth.socialaccount.providers.openid_connect.urls")),
]
if find_spec("onelogin"):
    urlpatterns.append(path("", include("allauth.socialaccount.providers.saml.urls")))
