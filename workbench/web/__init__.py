"""The pages: server-rendered templates, htmx fragments, one small ES module per behaviour. No models, no rules.

One package per subject, each with its own routes, views, forms and values. Views load and authorise, make one call and
respond; rules live in the data apps. The packages stand in layers, and each knows only those before it: `site`,
`typesetting`, `discussion`, `reading`, `variation`, `texts`; then `equating`, `placing`, `transfer`, `account` and
`search`, which know nothing of each other.
"""
