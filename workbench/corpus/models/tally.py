"""What the stored measures of a passage are made of."""

from django.db import models

from workbench.accounts.models import Scoped, ScopedQuerySet
from workbench.corpus.models.passage import Passage

__all__ = ["PassageTally"]


class PassageTally(Scoped):
    """The counts of what is said in a passage in one language (a primary subtag), where two texts are compared.

    Numbers, little-endian: `translations` are their ids (64 bits each, in rising order); then of each two, (0, 1),
    (0, 2) … (1, 2) …, `words` the number of comparison keys that both have together, `common` the length of a longest
    common subsequence of these, -1 where the two aren't compared here: one of them joins the passage to the one before,
    or has no words (32 bits each). What is joined is counted in the first passage. They hold while the passage
    `is_measured`. One row a passage, not one a pair: what is asked for is all of it, summed, and a Bible in eight
    translations has 870,856 pairs.
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
