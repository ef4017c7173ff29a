// The words on both sides of a difference, as the page shows them: of a marked text and its base, or in an apparatus.
import { ownTextNodes, pickElements } from "./offsets.js";

const DIFFERENCE = "ins.d[data-d]";
const ONE_SIDED = ".d-addition, .d-omission, .d-move";

function wordsOf(pieces) {
  return [...pieces].map((piece) => ownTextNodes(piece).map((node) => node.data).join("")).join("");
}

// The text that another is compared with: the base, or the one that stands for it in another language.
function baseOf(row, text) {
  const against = text?.dataset.against;
  return row.querySelector(against ? `[data-variant="${CSS.escape(against)}"]` : "[data-base]");
}

function baseWords(row, id, text) {
  const named = `[data-d~="${CSS.escape(id)}"]`;
  const base = baseOf(row, text);
  if (base) return wordsOf(base.querySelectorAll(named));
  const struck = row.querySelector(`del${named}`)?.cloneNode(true);
  for (const said of struck?.querySelectorAll(".hidden-words") ?? []) said.remove();
  return struck?.textContent ?? "";
}

// What an element is the difference of: its row, where it stands, and both sides; null where there are not two.
export function readDifference(element) {
  return readMark(element) ?? readEntry(element);
}

// In an apparatus: the reading that was pointed at, or the first at the number that has the focus, against the lemma.
function readEntry(element) {
  const named = element?.closest?.("a.superior")?.getAttribute("href");
  const entry = named ? document.getElementById(named.slice(1)) : element?.closest?.("[data-passage] .entry");
  const reading = element?.closest?.(".reading") ?? entry?.querySelector(".reading");
  const words = reading?.querySelector(":scope > bdi[lang]:not(.siglum)");
  const lemma = entry?.querySelector(".lemma")?.textContent ?? "";
  if (!words || reading.querySelector(".editor") || lemma.includes("…")) return null;
  return { row: entry.closest("[data-passage]"), difference: reading, left: lemma, right: words.textContent };
}

function readMark(element) {
  const difference = element?.closest?.(DIFFERENCE);
  const row = difference?.closest("[data-passage]");
  if (!row || difference.matches(ONE_SIDED)) return null;
  const id = difference.dataset.d;
  const right = wordsOf(difference.closest(".text").querySelectorAll(`ins[data-d="${CSS.escape(id)}"]`));
  const left = baseWords(row, id, difference.closest(".text"));
  return left.trim() && right.trim() ? { row, difference, left, right, picks: () => picksOf(row, difference) } : null;
}

// Both sides as words to comment on, the base's first.
function picksOf(row, difference) {
  const named = `[data-d~="${CSS.escape(difference.dataset.d)}"]`;
  const cells = [baseOf(row, difference.closest(".text")), difference.closest(".text")].filter(Boolean);
  const picks = cells.map((cell) => pickElements(cell, cell.querySelectorAll(`${named}:not([data-foreign])`)));
  return picks.filter(Boolean);
}

// The words of the difference that has the focus, of whichever sides have any: what a comment on it speaks of.
export function picksAt(element) {
  const difference = element?.closest?.(".text .d[data-d]");
  const row = difference?.closest("[data-passage]");
  return row ? picksOf(row, difference) : [];
}

export function hasDifferences() {
  const marks = [...document.querySelectorAll(`[data-passage] ${DIFFERENCE}`)];
  return marks.some((one) => !one.matches(ONE_SIDED)) || document.querySelector("[data-passage] .reading") !== null;
}
