"""Reading works without an account: what is public, and what an unlisted link opens.

The same templates as for members, under addresses of their own (`/read/…`, the instance "public" of the namespace
"web"): nothing here asks who somebody is, so that a public page is the same for all and may be kept by caches. Every
read starts at `visible_to(reader)`; nothing here writes but what readers send.
"""
