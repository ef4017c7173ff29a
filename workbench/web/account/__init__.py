"""People and their workspaces: signing in, the account with its password and tokens, members and roles.

Nothing here may know what is kept in a workspace.
"""
