// Words that answer each other light up together: differences by their ids, agreeing words by the cells' agreement maps.
import { countPoints, rangeOf, snapToWords, TEXT, textOf, unitsBefore } from "./offsets.js";

const canHighlight = "highlights" in CSS;

// --- differences: [data-d] holds the ids of the differences an element belongs to ---------------------
function lightDifferences(element) {
  dim();
  for (const id of element.dataset.d.split(" ")) {
    for (const answer of document.querySelectorAll(`[data-d~="${CSS.escape(id)}"]`)) answer.classList.add("lit");
  }
}

function dim() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (canHighlight) CSS.highlights.delete("counterpart");
}

// --- agreeing words ------------------------------------------------------------------------------------
// "0-4:2-6,…": characters 0..4 of the base answer 2..6 of this text.
function readAgreement(cell) {
  return (cell.dataset.agreement ?? "").split(",").filter(Boolean).map((part) => part.split(/[-:]/).map(Number));
}

function toBase(cell, start, end) {
  if ("base" in cell.dataset) return [start, end];
  return shift(readAgreement(cell).map(([a, b, c, d]) => [c, d, a, b]), start, end);
}

function fromBase(cell, start, end) {
  return "base" in cell.dataset ? [start, end] : shift(readAgreement(cell), start, end);
}

function shift(parts, start, end) {
  const part = parts.find(([first, last]) => first <= start && end <= last);
  if (!part) return null;
  const [first, last, answerFirst, answerLast] = part;
  if (last - first === answerLast - answerFirst) return [answerFirst + start - first, answerFirst + end - first];
  return [answerFirst, answerLast];
}

function toUnits(text, points) {
  let units = 0;
  for (const character of text) {
    if (points-- <= 0) break;
    units += character.length;
  }
  return units;
}

function wordAt(x, y) {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? null : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  const cell = node?.parentElement?.closest(TEXT);
  if (!cell || node.parentElement.closest("[data-foreign]")) return null;
  const text = textOf(cell);
  const units = unitsBefore(cell, node, caret?.offset ?? range.startOffset);
  const word = snapToWords(text, units, units + 1, cell.lang);
  if (!word || !/[\p{L}\p{N}]/u.test(text.slice(word.start, word.end))) return null;
  return { cell, start: countPoints(text.slice(0, word.start)), end: countPoints(text.slice(0, word.end)) };
}

function lightWords({ cell, start, end }) {
  const row = cell.closest("[data-passage]");
  const inBase = toBase(cell, start, end);
  if (!row || !inBase) return;
  const ranges = [];
  for (const other of row.querySelectorAll(TEXT)) {
    const place = other === cell ? [start, end] : fromBase(other, ...inBase);
    const text = place && textOf(other);
    const range = place && rangeOf(other, toUnits(text, place[0]), toUnits(text, place[1]));
    if (range) ranges.push(range);
  }
  if (ranges.length > 1) CSS.highlights.set("counterpart", new Highlight(...ranges));
}

// --- what the reader does ------------------------------------------------------------------------------
let waiting = 0;
function follow(event) {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    const difference = event.target.closest?.("[data-d]");
    if (difference) return lightDifferences(difference);
    dim();
    const word = canHighlight && event.target.closest?.(TEXT) ? wordAt(event.clientX, event.clientY) : null;
    if (word) lightWords(word);
  });
}

document.addEventListener("pointermove", follow, { passive: true });
document.addEventListener("focusin", (event) => {
  const difference = event.target.closest?.("[data-d]");
  if (difference) lightDifferences(difference);
  else dim();
});
