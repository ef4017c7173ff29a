"""The addresses of readers without an account: the names of the members' pages, in an instance of their namespace."""

from django.urls import URLPattern, path

from workbench.web.public.views import comparing, framing, library, passage, saying, searching, variation, work

__all__ = ["urlpatterns"]

app_name = "web"

_WORK = "<slug:workspace>/<slug:slug>"
_PASSAGE = f"{_WORK}/passages/<int:pk>"

urlpatterns: list[URLPattern] = [
    path("", library.show, name="library"),
    path(f"{_WORK}/", work.show_work, name="work"),
    path(f"{_WORK}/rules/", work.show_rules, name="equivalences"),
    path(f"{_WORK}/file/", work.send_file, name="file"),
    path(f"{_WORK}/compare/", comparing.show, name="compare"),
    path(f"{_WORK}/variation/", variation.show_variation, name="variation"),
    path(f"{_WORK}/search/", searching.show_places, name="concordance"),
    path(f"{_PASSAGE}/", passage.show_passage, name="passage"),
    path(f"{_PASSAGE}/collation/", passage.show_collation, name="collation"),
    path(f"{_PASSAGE}/embed/", framing.embed, name="embed"),
    path(f"{_PASSAGE}/words/", saying.say, name="say"),
    path(f"{_PASSAGE}/links/", passage.send_links, name="links"),
]
