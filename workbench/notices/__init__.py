"""Who is told of what: made from the log, and from nothing else.

Nothing is copied for anybody: what concerns a person is found anew each time it is asked for, with the rights they have
then. Kept is only what they follow or muted, and up to which event of a workspace they have read.
"""
