"""Variation: how much the versions of a passage, or of a whole work, differ from each other.

The problem. A number that says "here the translators part" must not grow with the passage's length, must
not depend on which version is called the first, and must not count a passage that one translator left out
as a great difference of wording. So every figure here is built from one symmetric, length-normalised
distance of two texts, from 0 (the same words) to 1 (no word in common): the share of the words of both
that are not part of a longest common subsequence.

    d(a, b) = 1 - 2 LCS(a, b) / (|a| + |b|)

with |a| the number of comparison keys of a (words, numbers, punctuation; less what is ignored). Two texts
without any word are the same: 0. Scores of machine translation do not qualify: TER and chrF measure a
candidate against a reference and give another number when the two are swapped (Snover et al. 2006;
Popović 2015, doi:10.18653/v1/W15-3049). The Euclidean distance from the mean vector of word counts is
symmetric but grows with the length of the passage.

Where a translation joins passages, its one text is compared with what the other has in all of them (`words.joining`):
the two have one distance there, in the first of these passages; others are compared passage by passage all the same.

That the variation between many translations of one passage tells something of the passage, and that a
translation's distance from the rest tells something of the translation, is the idea of T. Cheesman et al.,
"Multi-retranslation corpora: visibility, variation, value, and virtue" (Digital Scholarship in the
Humanities 32, 2017, doi:10.1093/llc/fqw027); the measures and the names here are our own.

Here live what distances are made of (`counts`; of many passages at once: `tallies`), the distances of one
passage (`distances`), those of whole translations (`works`), and two ways to look at a matrix of
distances: which translations are nearest kin (`clusters`), and a map (`places`). No drawing: that is
`web.variation`. Which words part is `difference`.
"""

from workbench.text.variation.clusters import Branch, Dendrogram, Leaf, cluster
from workbench.text.variation.counts import APART, PairCounts, average, count_pairs, count_units, relate
from workbench.text.variation.distances import Matrix, Variation, mirror, variation
from workbench.text.variation.places import place
from workbench.text.variation.tallies import Tally
from workbench.text.variation.works import distance_matrix

__all__ = [
    "APART",
    "Branch",
    "Dendrogram",
    "Leaf",
    "Matrix",
    "PairCounts",
    "Tally",
    "Variation",
    "average",
    "cluster",
    "count_pairs",
    "count_units",
    "distance_matrix",
    "mirror",
    "place",
    "relate",
    "variation",
]
