"""How our scripts, styles and pictures are stored for serving: under names that change with their content."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

IMPORT = (r"""(?P<matched>(?P<names>import [^;]*?from )"(?P<url>\./[^"]+)";)""", """%(names)s"%(url)s";""")


class StampedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Stamps the names in `import ... from "./x.js"` of our modules too, as those in pages are.

    Without it a page and a module ask for one file under two names; the browser then runs it twice, and every
    listener in it is there twice. Scripts of others (whose imports may lead nowhere) stay as they are.
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("web/js/*.js", (IMPORT,)))
