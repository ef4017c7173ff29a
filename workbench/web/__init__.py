"""The pages: server-rendered templates, htmx fragments, one small ES module per behaviour. No models, no rules."""
