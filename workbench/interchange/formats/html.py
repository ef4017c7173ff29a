"""Web pages (HTML): a page that stands by itself and prints, without scripts; any page in, a paragraph a passage.

Written is HTML that is XML too, so that it is read back as exactly as XML is. A page of ours says in its head which
translations it holds; labels and signs that are there to be seen have classes, and are passed over.
"""

import re
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from workbench.interchange.document import Document, TranslationRecord, WorkRecord
from workbench.interchange.encodings import decode_text, encode
from workbench.interchange.errors import FormatError
from workbench.interchange.hypertext.documents import Pages
from workbench.interchange.hypertext.heads import read_head
from workbench.interchange.hypertext.look import STYLES
from workbench.interchange.hypertext.losses import losses
from workbench.interchange.hypertext.own import read_own, write_own
from workbench.interchange.hypertext.paragraphs import language_of_element, notes_of
from workbench.interchange.hypertext.passages import PassageWriter, in_language
from workbench.interchange.losses import only_work
from workbench.interchange.options import ReadOptions
from workbench.interchange.xml import local_name, parse_html, parse_xml, refuse_crowded
from workbench.text.words.languages import name_of_language

__all__ = ["losses", "read", "write"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_HEAD = 2048


def read(data: bytes, options: ReadOptions) -> Document:
    """Return what the page says; raises `FormatError` for one without text, and with the places of what is wrong."""
    root = _parse(data, options)
    metas = [one for one in root.iter() if local_name(one) == "meta"] if root is not None else []
    own = read_own(metas)
    pages = Pages(own, language_of_element(root) if root is not None else "")
    if root is not None:
        notes = notes_of(root)
        pages.take(root, lambda address: notes.get(address.partition("#")[2]))
    document = pages.document(options)
    is_strangers = root is not None and not own.roster
    return replace(document, offered=tuple(read_head(root).items())) if is_strangers else document


def write(document: Document) -> bytes:
    """Return the page. The same document gives the same bytes. Raises `FormatError` for several works."""
    work = only_work(document)
    writer = PassageWriter(work)
    passages = writer.write_about() + "".join(map(writer.write, work.passages))
    metas = "".join(f'<meta name="{name}" content={quoteattr(said)}/>\n' for name, said in write_own(work))
    title = escape(work.title or work.slug or "Texts")
    return encode(
        f'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f'{in_language(_language(work))}>\n<head>\n<meta charset="utf-8"/>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"/>\n{metas}<title>{title}</title>\n'
        f"<style>{STYLES}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n{_about(work)}</header>\n<main>\n"
        f"{passages}{writer.notes.list()}</main>\n</body>\n</html>\n"
    )


def _parse(data: bytes, options: ReadOptions) -> Any:
    """Return the root of the page: as XML where it is, else as browsers read it, in the encoding it says itself."""
    refuse_crowded(data, options.max_bytes)
    declared = _CHARSET.search(data[:_HEAD])
    encoding = options.encoding or (declared[1].decode() if declared else None)
    text = _DECLARED.sub("", decode_text(data, encoding, options.max_bytes))
    if "<html" in text[:_HEAD] and "http://www.w3.org/1999/xhtml" in text[:_HEAD]:
        try:
            return parse_xml(text.encode(), max_bytes=2 * options.max_bytes)
        except FormatError:
            pass
    return parse_html(text, 2 * options.max_bytes)


def _language(work: WorkRecord) -> str:
    """Return the language of a page: the one of all its translations, "" where they differ."""
    languages = {one.language for one in work.translations}
    return languages.pop() if len(languages) == 1 else ""


def _about(work: WorkRecord) -> str:
    author = f'<p class="author">{escape(work.author)}</p>\n' if work.author else ""
    rows = "".join(map(_described, work.translations))
    return f'{author}<dl class="about">\n{rows}</dl>\n' if rows else author


def _described(one: TranslationRecord) -> str:
    language = name_of_language(one.language) if one.language else ""
    said = ", ".join(filter(None, [one.title, one.translator, one.year, language, one.rights]))
    return f"<dt>{escape(one.siglum)}</dt><dd>{escape(said) or '–'}</dd>\n"
