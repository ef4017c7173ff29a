"""People and what they may enter: users, workspaces, memberships with roles, API tokens, rate counters.

Here lives who somebody is and in which workspaces they have which role. What they may do to texts and threads is
decided in `corpus` and `review`, from the role found here. No texts, no pages.
"""
