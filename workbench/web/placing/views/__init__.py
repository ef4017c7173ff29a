"""Views of placing: a draft on its way to a work, and passages that share out their words anew.

They may decide nothing: steps are taken by `review`.
"""
