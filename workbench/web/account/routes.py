"""Addresses of signing in, the account, workspaces and members."""

from django.urls import URLPattern, path

from workbench.web.account.views import account, invitations, resetting, signing, workspaces
from workbench.web.site.addresses import WORKSPACE

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("login/", signing.show_sign_in, name="login"),
    path("logout/", signing.sign_out, name="logout"),
    path("password/forgotten/", resetting.show_forgotten, name="reset"),
    path("password/sent/", resetting.show_sent, name="reset_sent"),
    path("password/choose/<str:uidb64>/<str:token>/", resetting.choose_password, name="reset_confirm"),
    path("password/changed/", resetting.show_changed, name="reset_changed"),
    path("invitations/<int:pk>/accept/", invitations.accept, name="accept_invitation"),
    path("invitations/<int:pk>/decline/", invitations.decline, name="decline_invitation"),
    path("invitations/<slug:secret>/", invitations.open_link, name="invitation"),
    path("account/", account.show_account, name="account"),
    path("account/name/", account.rename, name="rename"),
    path("account/password/", account.show_password, name="password"),
    path("account/email/", account.ask_email, name="email"),
    path("account/email/<str:secret>/", account.take_email, name="confirm_email"),
    path("account/data/", account.give_own_data, name="own_data"),
    path("account/tokens/", account.add_token, name="tokens"),
    path("account/feeds/", account.add_feed_token, name="feed_tokens"),
    path("account/tokens/<int:pk>/revoke/", account.revoke, name="revoke_token"),
    path("workspaces/new/", workspaces.show_new_workspace, name="new_workspace"),
    path(f"{WORKSPACE}/members/", workspaces.show_members, name="members"),
    path(f"{WORKSPACE}/invitations/<int:pk>/withdraw/", workspaces.withdraw, name="withdraw_invitation"),
    path(f"{WORKSPACE}/members/<int:pk>/role/", workspaces.give_role, name="give_role"),
    path(f"{WORKSPACE}/members/<int:pk>/remove/", workspaces.remove, name="remove_member"),
]
