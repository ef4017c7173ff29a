"""Frozen states: made and shown to others by members, read by whoever may, cited, compared, written as plain pages.

`sheets` sets what a frozen state holds, for the pages here and for the folder that `edition` writes. Nothing here may
read a live work for somebody who is no member.
"""
