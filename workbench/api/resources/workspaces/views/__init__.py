"""The views of workspaces with their members, and of invitations."""
