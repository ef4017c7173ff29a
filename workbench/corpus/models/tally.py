"""What the stored measures of a passage are made of."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet
from workbench.corpus.models.passage import Passage

__all__ = ["PassageTally"]


class PassageTally(Scoped):
    """The counts of a passage's present variants in one language (a primary subtag), where there are two or more.

    Numbers, little-endian: `translations` are their ids (64 bits each, in rising order); `words` the number of each
    one's comparison keys, `common` the length of a longest common subsequence of each two, (0, 1), (0, 2) … (1, 2) …
    (32 bits each). They hold while the passage `is_measured`. One row a passage, not one a pair: what is asked for is
    all of it, summed, and a Bible in eight translations has 870,856 pairs.
    """

    # The constraint has an index that begins with the passage.
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="tallies", db_index=False)
    language = models.CharField(max_length=8, blank=True)
    translations = models.BinaryField()
    words = models.BinaryField()
    common = models.BinaryField()

    objects = ScopedQuerySet["PassageTally"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["passage", "language"], name="one_tally_per_passage_and_language"),
        )
