"""How the API speaks, whatever it speaks of: requests, answers, problems, pages, ETags, retries, rates, OpenAPI.

`base.ApiView` is what every view inherits, `operations.operation` what every handler declares, `fields` what schemas
are made of. Knows accounts and the text engine only: nothing here may name a work, a text or a thread.
"""
