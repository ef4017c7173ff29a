import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict

from workbench.web.site.parameters import read_ignored, refuse_unknown


@pytest.mark.parametrize("address", ["ignore=case,spacing", "ignore=case&ignore=spacing", "ignore=,spacing,,case"])
def test_what_to_ignore_is_listed_or_said_one_by_one(address: str) -> None:
    assert read_ignored(QueryDict(address)) == {"case", "spacing"}


def test_what_cannot_be_ignored_is_refused() -> None:
    with pytest.raises(BadRequest, match="diacritics"):
        read_ignored(QueryDict("ignore=spelling"))


def test_an_unknown_parameter_is_named() -> None:
    with pytest.raises(BadRequest, match="colour"):
        refuse_unknown(QueryDict("base=A&colour=red"), {"base"})
