"""Placing plain texts on the passages of a work, and moving words between neighbouring passages.

A proposal is made and put right by `review.transfer`; here it is laid out in rows. Bringing in texts that are already
cut into passages is `transfer`.
"""
