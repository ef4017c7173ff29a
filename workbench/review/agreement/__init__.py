"""How far several people who judged the same things agree, beyond what chance would bring.

`units` are what was judged, each a row with one value a rater, in the raters' order, None where a rater gave none. Per
cent agreement is what one sees; it is high by itself where nearly all values are the same. Cohen's kappa (two raters),
Fleiss' kappa (any number) and Krippendorff's alpha (any number, with values missing, and with a distance between
values) take away what chance would bring, each with another notion of chance; Gwet's AC1 stays sensible where one value
prevails, which makes the kappas fall though nearly everybody agrees.

All are 1 for perfect agreement and 0 for what chance brings; below that, raters differ on purpose. None where a
coefficient says nothing: nothing was judged by two, or all values are the same. `coincidences` counts, `alpha` and
`coefficients` make figures of it. Pure Python, so that it can be read and tried alone; it lies in `review` and not in
`text`, which is about words.
"""

from workbench.review.agreement.alpha import Level, alpha
from workbench.review.agreement.coefficients import ac1, cohen, fleiss, per_cent

__all__ = ["Level", "ac1", "alpha", "cohen", "fleiss", "per_cent"]
