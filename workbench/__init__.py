"""Translation Workbench: aligned translations side by side, their differences, and the comments on them.

The house is described in `docs/architecture.md`; imports run one way:
`web | api` -> `review` -> `corpus` -> `accounts | interchange` -> `journal | text`.
"""
