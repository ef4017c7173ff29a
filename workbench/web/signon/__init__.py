"""Signing on with accounts of elsewhere (OpenID Connect, SAML) and a second factor: django-allauth, in our pages.

The extra `sso`; nothing of it is loaded where neither SSO_FILE nor SECOND_FACTOR asks for it. Who a new person becomes
and by which address somebody is known again is decided by `accounts.signing_on`.
"""
