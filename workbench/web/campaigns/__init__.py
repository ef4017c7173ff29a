"""Campaigns: made and followed by editors, judged page by page by reviewers, their figures shown at the end.

Nothing here may say whose a version is before it was judged.
"""
