"""Drills: what an administrator is promised of bad days, tried out with real processes; `deploy/drill` runs them.

Each prints figures, and fails where something that was acknowledged is missing. One that wants a program or a right
that is not there says so and is left out; with CI in the environment too.
"""
