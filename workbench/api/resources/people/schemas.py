"""Bodies about oneself."""

from workbench.api.protocol.fields import Schema, Text

__all__ = ["NewFeedToken"]


class NewFeedToken(Schema):
    """What a token for feeds is called."""

    name = Text(limit=100, least=1, help_text="The program that reads feeds with it.")
