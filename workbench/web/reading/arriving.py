"""What is said when texts have come into a work: that they stand there, and where they are compared."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from workbench.corpus.models import Import, Work
from workbench.web.reading.state import COLUMNS

__all__ = ["compare_address", "tell_arrival"]


def tell_arrival(request: HttpRequest, said: str, work: Work, done: Import) -> None:
    """Show `said` on the next page, with a link to what came in beside the work's other translations."""
    sigla = list(work.translations.order_by("position").values_list("siglum", flat=True))
    if len(sigla) < 2:
        messages.success(request, said)
        return
    made = [siglum for report in done.report["works"] for siglum in report["translations_made"]]
    address = compare_address(work, sigla, made)
    leads_on = gettext("Compare the translations")
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, address, leads_on))


def compare_address(work: Work, sigla: list[str], made: list[str]) -> str:
    """Return where the `made` are compared, beside others of `sigla` as long as there are columns for them."""
    page = reverse("web:compare", args=[work.workspace.slug, work.slug])
    chosen = [one for one in sigla if one in made] or sigla
    wanted = {sigla[0], *chosen}
    for other in sigla:
        if len(wanted) < COLUMNS:
            wanted.add(other)
    shown = [one for one in sigla if one in wanted]
    if len(sigla) <= COLUMNS or len(shown) > COLUMNS:
        return page
    return f"{page}?{urlencode([('base', shown[0]), *(('with', one) for one in shown[1:])])}"
