// Words that answer each other light up together: differences by their ids, agreeing words by the cells' agreement maps,
// words of two languages by the links that the server finds; faintly where it is not sure of them.
import { countPoints, rangeOf, snapToWords, TEXT, textOf, unitsBefore } from "./offsets.js";
import { answering, linksOf } from "./word-links.js";

const canHighlight = "highlights" in CSS;
const SURE = 0.5;

// --- differences: [data-d] holds the ids of the differences an element belongs to ---------------------
function lightDifferences(element) {
  dim();
  for (const id of element.dataset.d.split(" ")) {
    for (const answer of document.querySelectorAll(`[data-d~="${CSS.escape(id)}"]`)) answer.classList.add("lit");
  }
}

export function dim() {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (canHighlight) { for (const name of ["counterpart", "counterpart-faint"]) CSS.highlights.delete(name); }
}

// --- agreeing words ------------------------------------------------------------------------------------
// "0-4:2-6,…": characters 0..4 of the base answer 2..6 of this text.
function readAgreement(cell) {
  return (cell.dataset.agreement ?? "").split(",").filter(Boolean).map((part) => part.split(/[-:]/).map(Number));
}

// Each language has a base of its own: words answer each other among the texts that have one in common.
function baseOf(cell) {
  if ("base" in cell.dataset) return "";
  return "kin" in cell.dataset ? cell.dataset.variant : (cell.dataset.against ?? "");
}

function isBase(cell) {
  return "base" in cell.dataset || "kin" in cell.dataset;
}

function toBase(cell, start, end) {
  if (isBase(cell)) return [start, end];
  return shift(readAgreement(cell).map(([a, b, c, d]) => [c, d, a, b]), start, end);
}

function fromBase(cell, start, end) {
  return isBase(cell) ? [start, end] : shift(readAgreement(cell), start, end);
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

export function wordAt(x, y) {
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

// The places in every cell of the row that answer a word: [cell, start, end, score].
export function counterpartsOf({ cell, start, end }, links) {
  const row = cell.closest("[data-passage]");
  const cells = [...row.querySelectorAll(TEXT)];
  const base = cells.find((one) => "base" in one.dataset);
  if (!base) return [];
  const own = baseOf(cell);
  const agreeing = toBase(cell, start, end);
  const inBase = own === "" && agreeing ? [[...agreeing, 1]] : answering(links, cell, base, [[start, end]]);
  const found = [];
  for (const other of cells) {
    if (other === cell) continue;
    const akin = own !== "" && baseOf(other) === own && agreeing && fromBase(other, ...agreeing);
    if (akin) {
      found.push([other, ...akin, 1]);
      continue;
    }
    for (const [first, last, score] of inBase) {
      const linked = answering(links, base, other, [[first, last]]).map((one) => [other, ...one]);
      const place = linked.length === 0 && baseOf(other) === "" && fromBase(other, first, last);
      if (place) found.push([other, ...place, score]);
      found.push(...linked.map(([there, a, b, sure]) => [there, a, b, Math.min(sure, score)]));
    }
  }
  return found;
}

export function lightWords(word) {
  const row = word.cell.closest("[data-passage]");
  if (!row || !canHighlight) return [];
  const links = linksOf(row, () => isLit(word) && lightWords(word));
  lit = word;
  const found = counterpartsOf(word, links);
  const places = [[word.cell, word.start, word.end, 1], ...found];
  CSS.highlights.set("counterpart", new Highlight(...rangesOf(places.filter((one) => one[3] >= SURE))));
  CSS.highlights.set("counterpart-faint", new Highlight(...rangesOf(places.filter((one) => one[3] < SURE))));
  if (found.length === 0) dim();
  return found;
}

let lit = null;
const isLit = (word) => lit === word;

function rangesOf(places) {
  return places.map(([cell, start, end]) => {
    const text = textOf(cell);
    return rangeOf(cell, toUnits(text, start), toUnits(text, end));
  }).filter(Boolean);
}

// --- what the reader does ------------------------------------------------------------------------------
let waiting = 0;
function follow(event) {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    const difference = event.target.closest?.("[data-d]");
    if (difference) return lightDifferences(difference);
    if (document.body.dataset.words === "held") return;
    dim();
    lit = null;
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
