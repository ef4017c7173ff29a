"""The formats, one module or package each, none knowing another; `registry.py` beside this folder lists them.

Each has `read(data, options) -> Document`, `write(document) -> bytes` and `losses(document) ->
tuple[str, ...]`, which says in sentences what of a document the format does not carry.
"""
