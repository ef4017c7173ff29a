"""The views of the inbox, of feeds and of webhooks."""
