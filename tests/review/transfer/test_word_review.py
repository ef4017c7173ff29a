"""A Word document goes out, is edited in Word's way, and comes in again: remarks and changes are at their places."""

import io
import zipfile
from typing import Any

import pytest

from tests.conftest import Team
from tests.factories import variant_of
from workbench.corpus.transfer import ImportOptions
from workbench.interchange.options import ReadOptions
from workbench.review.actions import open_thread
from workbench.review.anchoring import AnchorRequest
from workbench.review.models import Suggestion
from workbench.review.transfer import SourceFile, export_file, import_file

pytestmark = pytest.mark.django_db


def edited(data: bytes, *changes: tuple[str, str, str]) -> bytes:
    """Return a document in which words of its parts were replaced: (part, words, other words)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            for part, words, others in changes:
                if part == name:
                    assert words in text
                    text = text.replace(words, others)
            after.writestr(name, text)
    return out.getvalue()


def bring(team: Team, data: bytes) -> Any:
    said: dict[str, Any] = {"actor": team.editor, "workspace": team.workspace, "work": team.work}
    return import_file(file=SourceFile("a.docx", data, reading=ReadOptions()), options=ImportOptions(), **said)


def test_a_reply_and_a_change_made_in_word_come_back_to_their_places(team: Team) -> None:
    variant = variant_of(team.work, "1", "A")
    words = AnchorRequest(variant, quote="cat")
    said: dict[str, Any] = {"actor": team.reviewer, "passage": variant.passage, "anchors": [words]}
    thread = open_thread(body="Why a cat?", suggestion="dog", **said)
    data = export_file(actor=team.editor, work=team.work, format_name="docx", sigla=["A"]).data
    words_of_reply = '<w:p w14:paraId="000000FF"><w:r><w:t>Because.</w:t></w:r></w:p>'
    reply = f'<w:comment w:id="9" w:author="Eve" w:date="2026-03-04T05:06:07Z">{words_of_reply}</w:comment>'
    state = '<w15:commentEx w15:paraId="000000FF" w15:paraIdParent="00000001" w15:done="0"/>'
    text = variant_of(team.work, "2", "A").text
    run = '<w:r><w:t xml:space="preserve">'
    signed = 'w:id="77" w:author="Eve" w:date="2026-03-04T05:06:08Z"'
    inserted = f"</w:t></w:r><w:ins {signed}>{run} Then it stopped.</w:t></w:r></w:ins>{run}"
    changed = edited(
        data,
        ("word/comments.xml", "</w:comments>", f"{reply}</w:comments>"),
        ("word/commentsExtended.xml", "</w15:commentsEx>", f"{state}</w15:commentsEx>"),
        ("word/document.xml", text, f"{text}{inserted}"),
    )
    report = bring(team, changed).report["works"][0]
    assert (report["threads_unchanged"], report["threads_made"], report["comments_made"]) == (1, 1, 2)
    assert list(thread.comments.order_by("pk").values_list("body", "attributed_to")) == [
        ("Why a cat?", ""),
        ("Because.", "Eve"),
    ]
    made = Suggestion.objects.exclude(comment__thread=thread).get()
    assert (made.text, made.anchor.variant.passage.reference) == (f"{text.split()[-1]} Then it stopped.", "2")
    again = bring(team, changed).report["works"][0]
    assert (again["threads_unchanged"], again["threads_made"], again["comments_made"]) == (2, 0, 0)
