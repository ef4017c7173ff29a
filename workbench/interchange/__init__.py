"""Files in and out: bytes in, `Document` out, and back. No Django, no database, no clock.

One module per format in `formats/`, one registry line each in `registry.py`; what all of them share
(encodings, errors, the neutral document) lies beside it. Putting a document into the database is not
done here.
"""
