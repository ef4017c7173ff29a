"""Campaign files of Pearmut: what is judged and how, as a work and wishes for a campaign of it: pure.

Form: Pearmut 1.1 (MIT), its README: `campaign_id`; `info` with `protocol` and `assignment`; `data`, lists of documents
(of a "task-based" campaign for each user), a document a list of items with `item_id`, `src`, `ref` and `tgt` by model.
An item that several users get is one passage. Its `error_spans`, marks of a machine by model, have inclusive ends that
count characters; without a severity they are neutral.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.interchange.checks import complaint_about_reference, complaint_about_text
from workbench.interchange.document import (
    Document,
    PassageRecord,
    RevisionRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError, Problem
from workbench.interchange.limits import MAX_PASSAGES, MAX_SIGLUM, MAX_TRANSLATIONS
from workbench.interchange.strict_json import read_json

__all__ = ["Brought", "read_campaign"]

SOURCE, REFERENCE = "source", "reference"
_KINDS = {"DA": "esa", "ESA": "esa", "CESA": "esa", "MQM": "mqm"}
_CARRIED = {"protocol", "assignment", "show_model_names", "shuffle", "users"}
_ITEM = {"item_id", "src", "ref", "tgt", "validation", "error_spans"}
_MOST_MARKS = 200
_EXPECTED = "a campaign of Pearmut: an object with info and data"


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file holds. `warnings` say in sentences what of it is not kept.

    `checks` are (reference, siglum, siglum): the first is expected to be scored higher. `offered` are a machine's marks
    (`offering`) by reference.
    """

    document: Document
    title: str
    kind: str
    sigla: tuple[str, ...]
    is_blind: bool
    handing: str
    each: int
    checks: tuple[tuple[str, str, str], ...]
    offered: tuple[tuple[str, Mapping[str, Any]], ...]
    warnings: tuple[str, ...]


def read_campaign(data: bytes, max_bytes: int) -> Brought:
    """Read a file. Raises `FormatError` for what is no such file, with the place."""
    said = read_json(data, _EXPECTED, max_bytes)
    if not isinstance(said, dict) or not isinstance(said.get("info"), dict) or not isinstance(said.get("data"), list):
        raise _wrong("", f"Expected {_EXPECTED}.")
    info = said["info"]
    kind = _KINDS.get(str(info.get("protocol", "")).upper())
    if kind is None:
        raise _wrong("info/protocol", f"{str(info.get('protocol'))[:40]!r}. Expected one of DA, ESA, cESA, MQM.")
    is_tasks = info.get("assignment", "task-based") == "task-based"
    items = _items(said["data"], is_tasks=is_tasks)
    sigla = _sigla(items)
    title = str(said.get("campaign_id") or "Campaign")[:200]
    work = WorkRecord(title=title, translations=tuple(_translations(items, sigla)), passages=_passages(items, sigla))
    handing, each = _handing(said["data"], is_tasks=is_tasks)
    blind = not info.get("show_model_names")
    checks = tuple(_checks(items, sigla))
    offered = tuple(_offered(items, sigla))
    told = tuple(_lost(said, items, len(offered)))
    return Brought(Document((work,)), title, kind, tuple(sigla.values()), blind, handing, each, checks, offered, told)


def _items(data: Sequence[Any], *, is_tasks: bool) -> dict[str, dict[str, Any]]:
    """Return the items by their names, in their order; what several users get is one."""
    found: dict[str, dict[str, Any]] = {}
    for place, item in _walk(data, 3 if is_tasks else 2):
        if not isinstance(item, dict) or not isinstance(item.get("tgt"), dict) or not item["tgt"]:
            raise _wrong(place, "Expected an item with tgt: a text by each model.")
        texts = [item.get("src", ""), item.get("ref", ""), *item["tgt"].values()]
        if complaint := next(filter(None, map(_complaint, texts)), ""):
            raise _wrong(place, complaint)
        name = str(item.get("item_id", "")).strip() or place.removeprefix("data/").replace("/", ".")
        if complaint := complaint_about_reference(name):
            raise _wrong(f"{place}/item_id", complaint)
        _merge(found, name, item, place)
    if not 0 < len(found) <= MAX_PASSAGES:
        raise _wrong("data", f"{len(found):,} items. Expected 1 to {MAX_PASSAGES:,}.")
    return found


def _walk(data: Any, depth: int, place: str = "data") -> Iterator[tuple[str, Any]]:
    if depth == 0:
        yield place, data
        return
    if not isinstance(data, list):
        raise _wrong(place, "Expected a list: of users' tasks, in it of documents, in these of items.")
    for number, one in enumerate(data, 1):
        yield from _walk(one, depth - 1, f"{place}/{number}")


def _complaint(text: Any) -> str:
    return complaint_about_text(text) if isinstance(text, str) else "Expected texts."


def _merge(found: dict[str, dict[str, Any]], name: str, item: Mapping[str, Any], place: str) -> None:
    """Add an item, or what it has beyond one of its name. Raises `FormatError` where the two say something else."""
    former = found.setdefault(name, {**item, "tgt": {}})
    tgt = {**item["tgt"], **former["tgt"]}
    if former.get("src") != item.get("src") or any(tgt[model] != text for model, text in item["tgt"].items()):
        raise _wrong(f"{place}/item_id", f"{name[:40]!r} stands twice, with other texts. Expected one name for each.")
    former["tgt"] = {**former["tgt"], **item["tgt"]}


def _sigla(items: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Return a siglum for each model in the order in which they first stand: its name, if need be its beginning."""
    sigla: dict[str, str] = {}
    taken = Counter((SOURCE, REFERENCE))
    for model in dict.fromkeys(model for item in items.values() for model in item["tgt"]):
        siglum, number = model.strip()[:MAX_SIGLUM].strip() or "model", 1
        while taken[siglum]:
            number += 1
            siglum = f"{model.strip()[: MAX_SIGLUM - len(str(number)) - 1].strip()} {number}"
        taken[siglum] += 1
        sigla[model] = siglum
    if len(sigla) > MAX_TRANSLATIONS - 2:
        raise _wrong("data", f"{len(sigla):,} models. Expected at most {MAX_TRANSLATIONS - 2:,}.")
    return sigla


def _translations(items: Mapping[str, Mapping[str, Any]], sigla: Mapping[str, str]) -> Iterator[TranslationRecord]:
    if any(item.get("src") for item in items.values()):
        yield TranslationRecord(SOURCE, role="original")
    if any(item.get("ref") for item in items.values()):
        yield TranslationRecord(REFERENCE, role="translation")
    for model, siglum in sigla.items():
        yield TranslationRecord(siglum, role="machine", translator=model)


def _passages(items: Mapping[str, Mapping[str, Any]], sigla: Mapping[str, str]) -> tuple[PassageRecord, ...]:
    made = []
    for name, item in items.items():
        texts = {SOURCE: item.get("src", ""), REFERENCE: item.get("ref", "")}
        texts |= {sigla[model]: text for model, text in item["tgt"].items()}
        names = {siglum: model for model, siglum in sigla.items()}
        variants = tuple(_variant(siglum, text, names.get(siglum, "")) for siglum, text in texts.items() if text)
        made.append(PassageRecord(reference=name, variants=variants))
    return tuple(made)


def _variant(siglum: str, text: str, model: str) -> VariantRecord:
    """Return a text; one of a model is told to be the model's, so that whoever brings the file may judge it."""
    return VariantRecord(siglum, text, revisions=(RevisionRecord(1, text, author=model or siglum),))


def _handing(data: Sequence[Any], *, is_tasks: bool) -> tuple[str, int]:
    """Return who gets which: where all users have the same tasks everybody all, else each item goes to one of them."""
    if not is_tasks:
        return "pool", 1
    return ("pool", 0) if all(task == data[0] for task in data) else ("shares", 1)


def _checks(items: Mapping[str, Mapping[str, Any]], sigla: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what is expected of careful users, as far as it compares two versions."""
    for name, item in items.items():
        said = item.get("validation")
        for model, rules in said.items() if isinstance(said, dict) else ():
            for rule in rules if isinstance(rules, list) else [rules]:
                lower = rule.get("score_greaterthan") if isinstance(rule, dict) else None
                if isinstance(lower, str) and lower in item["tgt"] and model in item["tgt"] and lower != model:
                    yield name, sigla[model], sigla[lower]


def _offered(items: Mapping[str, Mapping[str, Any]], sigla: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the marks that a machine made, each with its item: those that stand on words of their version."""
    for name, item in items.items():
        for model, mark in _marks_of(item):
            text, start, last = item["tgt"].get(model, ""), mark.get("start_i"), mark.get("end_i")
            if type(start) is int and type(last) is int and 0 <= start <= last < len(text):
                severity, category = (str(mark.get(field) or "") for field in ("severity", "category"))
                ends = {"start": start, "end": last + 1, "quote": text[start : last + 1]}
                kind = {"severity": severity or "neutral", "category": category, "missing": False}
                yield name, {"siglum": sigla[model], **ends, **kind}


def _marks_of(item: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    said = item.get("error_spans")
    for model, marks in said.items() if isinstance(said, dict) else ():
        for mark in marks[:_MOST_MARKS] if isinstance(marks, list) else ():
            if isinstance(mark, dict):
                yield model, mark


def _lost(said: Mapping[str, Any], items: Mapping[str, Mapping[str, Any]], offered: int) -> Iterator[str]:
    """Yield in sentences what a campaign here does not keep of the file."""
    beside = sum(1 for item in items.values() for _ in _marks_of(item)) - offered
    if beside:
        yield f"{beside:,} of error_spans stand on no words of their text and are not kept."
    for name in said["info"]:
        if name not in _CARRIED:
            yield f"info/{name} is not kept."
    for name in ("data_welcome", "data_random"):
        if said.get(name):
            yield f"{name} is not brought in."
    for name, count in Counter(name for item in items.values() for name in item if name not in _ITEM).items():
        yield f"{name} of {count:,} items is not kept."


def _wrong(place: str, complaint: str) -> FormatError:
    return FormatError((Problem(place, complaint),))
