"""Addresses of signing in, the account, workspaces and members."""

from django.urls import URLPattern, path

from workbench.web.account.views import account, signing, workspaces
from workbench.web.site.addresses import WORKSPACE

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("login/", signing.show_sign_in, name="login"),
    path("logout/", signing.sign_out, name="logout"),
    path("account/", account.show_account, name="account"),
    path("account/name/", account.rename, name="rename"),
    path("account/password/", account.show_password, name="password"),
    path("account/tokens/", account.add_token, name="tokens"),
    path("account/tokens/<int:pk>/revoke/", account.revoke, name="revoke_token"),
    path("workspaces/new/", workspaces.show_new_workspace, name="new_workspace"),
    path(f"{WORKSPACE}/members/", workspaces.show_members, name="members"),
    path(f"{WORKSPACE}/members/<int:pk>/role/", workspaces.give_role, name="give_role"),
    path(f"{WORKSPACE}/members/<int:pk>/remove/", workspaces.remove, name="remove_member"),
]
