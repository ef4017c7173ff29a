"""The OpenAPI 3.1 description, made of what the code declares: operations, schemas of bodies, types of responses.

Nothing is said twice: `operations.operation` is what checks a request, and what is read here.
"""
