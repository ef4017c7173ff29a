// Word by word: `w` begins, the arrows lead from word to word and from text to text, what answers a word is lit and said.
// Who may write holds a word with Enter (or by a click) and then says of words of the other texts that they answer it, or,
// of those that are lit, that they do not; `r` asks why, before it is said. Escape lets go, and ends it.
import { announce } from "./announce.js";
import { counterpartsOf, dim, lightWords, wordAt } from "./counterparts.js";
import { bindKeys } from "./keys.js";
import { countPoints, rangeOf, TEXT, textOf } from "./offsets.js";
import { linksOf, mayLink, sayOfWords } from "./word-links.js";
import { say } from "./words.js";

let here = null; // the word one is at: { cell, start, end }, code points
let held = null; // the word that others are linked with
let reason = ""; // why, for what is said of the word that is held

const rowOf = (word) => word.cell.closest("[data-passage]");
const said = ({ cell, start, end }) => `“${[...textOf(cell)].slice(start, end).join("")}”`;
const isSame = (one, other) => one.cell === other.cell && one.start === other.start && one.end === other.end;

// --- words of a text -----------------------------------------------------------------------------------
function wordsOf(cell) {
  const words = [];
  const segmenter = new Intl.Segmenter(cell.lang || undefined, { granularity: "word" });
  let passed = 0;
  for (const { segment } of segmenter.segment(textOf(cell))) {
    const length = countPoints(segment);
    if (/[\p{L}\p{N}]/u.test(segment)) words.push({ cell, start: passed, end: passed + length });
    passed += length;
  }
  return words;
}

function neighbour(by) {
  const words = wordsOf(here.cell);
  const at = words.findIndex((one) => one.start === here.start);
  return words[at + by] ?? here;
}

// In the text above or below: the word that answers this one, else the first.
function across(by) {
  const cells = [...rowOf(here).querySelectorAll(TEXT)];
  const cell = cells[cells.indexOf(here.cell) + by];
  if (!cell) return here;
  const answers = counterpartsOf(held ?? here, linksOf(rowOf(here)) ?? []).filter(([there]) => there === cell);
  const [, start, end] = answers[0] ?? [];
  return answers.length ? { cell, start, end } : wordsOf(cell)[0] ?? here;
}

// --- where one is --------------------------------------------------------------------------------------
function begin() {
  const row = document.activeElement?.closest?.("[data-passage]") ??
    [...document.querySelectorAll("[data-passage]")].find((one) => one.getBoundingClientRect().bottom > 120);
  const cell = row?.querySelector(`${TEXT}[data-base]`);
  const first = cell && wordsOf(cell)[0];
  if (!first) return;
  document.body.dataset.words = "held";
  linksOf(row, () => here && goTo(here));
  goTo(first);
}

function goTo(word) {
  here = word;
  word.cell.tabIndex = -1;
  word.cell.focus({ preventScroll: true });
  word.cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  light();
  const found = counterpartsOf(word, linksOf(rowOf(word)) ?? []);
  const told = found.map(([cell, start, end]) => `${cell.dataset.siglum} ${said({ cell, start, end })}`);
  tell(`${word.cell.dataset.siglum} ${said(word)}${told.length ? `: ${told.join(", ")}` : ""}`);
}

function light() {
  dim();
  lightWords(held ?? here);
  const marked = [held, here].filter(Boolean);
  CSS.highlights?.set("word-held", new Highlight(...marked.map(rangeOfWord).filter(Boolean)));
}

function rangeOfWord({ cell, start, end }) {
  const text = [...textOf(cell)];
  const units = (points) => text.slice(0, points).join("").length;
  return rangeOf(cell, units(start), units(end));
}

function end() {
  if (held) {
    held = null;
    reason = "";
    return light();
  }
  here = null;
  delete document.body.dataset.words;
  dim();
  CSS.highlights?.delete("word-held");
  tell("");
}

// --- what is said of them ------------------------------------------------------------------------------
async function hold() {
  const row = rowOf(here);
  if (!mayLink(row)) return;
  if (!held || held.cell === here.cell || rowOf(held) !== row) {
    reason = "";
    held = held && isSame(held, here) ? null : here;
    light();
    if (held) {
      announce(say("%(held)s is held. Choose a word of another text, and press Enter there.", { held: said(held) }));
    }
    return;
  }
  const lit = counterpartsOf(held, linksOf(row) ?? []);
  const isLit = lit.some(([cell, start, stop]) => cell === here.cell && start < here.end && here.start < stop);
  const [one, other] = [held, here];
  if (!(await sayOfWords(row, isLit ? "parted" : "confirmed", one, other, reason))) {
    return announce(say("That could not be kept."), "error");
  }
  light();
  const pair = { one: said(one), other: said(other) };
  const parted = say("%(one)s and %(other)s do not answer each other.", pair);
  announce(isLit ? parted : say("%(one)s and %(other)s answer each other.", pair));
}

// Why, asked at the foot of the window: Enter keeps it for what is said next, Escape leaves it as it was.
const asking = document.createElement("form");
asking.className = "word-reason no-print";
asking.hidden = true;
asking.innerHTML = `<label>${say("Why (optional)")} <input name="reason" maxlength="1000" dir="auto"></label>`;
document.body.append(asking);
const whyField = asking.elements.reason;

function askWhy() {
  if (!held || !mayLink(rowOf(held))) return;
  whyField.value = reason;
  asking.hidden = false;
  whyField.focus();
}

function closeAsking() {
  asking.hidden = true;
  here?.cell.focus({ preventScroll: true });
}

asking.addEventListener("submit", (event) => {
  event.preventDefault();
  reason = whyField.value.trim();
  closeAsking();
  announce(reason ? say("It is kept for what you say next of this word.") : say("No reason is given."));
});
whyField.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  closeAsking();
});

const speaker = Object.assign(document.createElement("p"), { className: "hidden-words" });
speaker.setAttribute("aria-live", "polite");
document.body.append(speaker);

function tell(words) {
  speaker.textContent = words;
}

// --- keys and clicks -----------------------------------------------------------------------------------
const DOES = {
  ArrowRight: () => goTo(neighbour(isFromRight() ? -1 : 1)),
  ArrowLeft: () => goTo(neighbour(isFromRight() ? 1 : -1)),
  ArrowDown: () => goTo(across(1)),
  ArrowUp: () => goTo(across(-1)),
  Enter: hold,
  Escape: end,
  r: askWhy,
};

function isFromRight() {
  return getComputedStyle(here.cell).direction === "rtl";
}

document.addEventListener("keydown", (event) => {
  if (!here || event.ctrlKey || event.metaKey || event.altKey || !(event.key in DOES)) return;
  if (!event.target.closest?.(TEXT)) return;
  event.preventDefault();
  event.stopPropagation();
  DOES[event.key]();
}, true);

document.addEventListener("click", (event) => {
  if (!here || !event.target.closest?.(TEXT)) return;
  const word = wordAt(event.clientX, event.clientY);
  if (!word) return;
  const isOther = held && word.cell !== held.cell;
  here = word;
  if (isOther || !held) hold();
  else goTo(word);
});

bindKeys(say("Words"), [
  {
    key: "w",
    says: say("word by word: arrows lead on, Enter holds a word or links it, r says why, Escape ends"),
    run: begin,
    when: () => document.querySelector("[data-links]") !== null,
  },
]);

for (const button of document.querySelectorAll("[data-word-mode]")) {
  button.hidden = false;
  button.addEventListener("click", () => (here ? end() : begin()));
}
