"""What happened: one append-only log of events per workspace. Histories, feeds, notices and webhooks are made from it.

Here live the event, its closed list of kinds, its cursor, and who may read it. It lies below everything that writes
(`accounts` too) and imports none of it: rows of other apps are named by their numbers, since they may be gone when the
event is read.
"""
