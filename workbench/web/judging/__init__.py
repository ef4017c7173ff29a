"""Judging texts: giving verdicts, deciding between them, and what the marks and verdicts come to.

How verdicts stand in a cell is `discussion.standings`; what counts is decided below, in `review`.
"""
