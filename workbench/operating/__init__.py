"""Running the workbench: back-up and restore, what an administrator should mend, logs, figures and probes.

Nothing here may be asked by a page or the API for what people do.
"""
