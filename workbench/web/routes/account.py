"""Signing in, the account, workspaces and members, import and export."""

from django.urls import URLPattern, path

from workbench.web.views import account, exports, imports, signing, workspaces

__all__ = ["ROUTES"]

ROUTES: list[URLPattern] = [
    path("login/", signing.show_sign_in, name="login"),
    path("logout/", signing.sign_out, name="logout"),
    path("account/", account.show_account, name="account"),
    path("account/name/", account.rename, name="rename"),
    path("account/password/", account.show_password, name="password"),
    path("account/tokens/", account.add_token, name="tokens"),
    path("account/tokens/<int:key>/revoke/", account.revoke, name="revoke_token"),
    path("workspaces/new/", workspaces.show_new_workspace, name="new_workspace"),
    path("workspaces/<slug:workspace>/members/", workspaces.show_members, name="members"),
    path("workspaces/<slug:workspace>/members/<int:key>/role/", workspaces.give_role, name="give_role"),
    path("workspaces/<slug:workspace>/members/<int:key>/remove/", workspaces.remove, name="remove_member"),
    path("import/", imports.choose_workspace, name="import_somewhere"),
    path("workspaces/<slug:workspace>/import/", imports.show_import, name="import"),
    path("workspaces/<slug:workspace>/import/<int:key>/", imports.show_preview, name="import_preview"),
    path("workspaces/<slug:workspace>/import/<int:key>/discard/", imports.discard, name="discard_import"),
    path("works/<slug:workspace>/<slug:slug>/export/", exports.show_export, name="export"),
    path("works/<slug:workspace>/<slug:slug>/export/<slug:name>/", exports.download, name="download"),
]
