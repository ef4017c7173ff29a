"""The OpenAPI 3.1 description, made of what the code declares: operations, shapes of bodies, types of answers.

Nothing is said twice: `operations.operation` is what checks a request, and what is read here.
"""
