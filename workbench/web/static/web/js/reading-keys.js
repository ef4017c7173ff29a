// Keys on pages of texts: passages, differences, comments, marks.
import { bringBeside } from "./beside.js";
import { bindKeys } from "./keys.js";
import { openComposer, passageOf } from "./composer.js";
import { picksAt } from "./differences.js";
import { commentOn, commentOnAll, pickedWords } from "./selection.js";
import { say } from "./words.js";

const PASSAGE = "[data-passage]";
const DIFFERENCE = "ins.d[id], del.d[id], .superior[id]";

function isShown(element) {
  return element.getClientRects().length > 0;
}

// The next or previous of `all` from where the focus is; from nowhere, the first one in sight.
function step(all, by) {
  const shown = [...all].filter(isShown);
  const at = shown.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
  if (at >= 0) return shown[at + by] ?? shown[at];
  return shown.find((one) => isAfterFocus(one)) ?? shown[0];
}

function isAfterFocus(one) {
  const focus = document.activeElement;
  if (focus && focus !== document.body && focus.id !== "main") {
    return Boolean(focus.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  }
  return one.getBoundingClientRect().bottom > 120;
}

function goTo(element) {
  if (!element) return false;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: element.matches(PASSAGE) ? "start" : "center", inline: "nearest" });
  return true;
}

function currentPassage() {
  return passageOf(document.activeElement) ?? step(document.querySelectorAll(PASSAGE), 0);
}

function comment() {
  const pick = pickedWords();
  const difference = pick ? [] : picksAt(document.activeElement);
  if (pick) commentOn(pick);
  else if (difference.length) commentOnAll(difference);
  else openComposer(currentPassage());
}

// A link on the compare page, a field on the page of one passage.
function switchMarks() {
  document.querySelector("[data-marks]:not([aria-current])")?.click();
  const field = document.querySelector("#passage-marks");
  if (!field) return;
  field.selectedIndex = 1 - field.selectedIndex;
  field.form.requestSubmit();
}

// To another passage of the page; where the page has only one, or no more, to the page before or after.
function turn(by) {
  const passages = [...document.querySelectorAll(PASSAGE)].filter(isShown);
  const edge = passages.at(by > 0 ? -1 : 0);
  const isAtEdge = passages.length < 2 || edge.contains(document.activeElement);
  const onward = isAtEdge && document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]");
  if (!onward) return goTo(step(passages, by));
  onward.click();
  return true;
}

const hasDifferences = () => document.querySelector(DIFFERENCE) !== null;
const mayComment = () => document.querySelector("a[data-compose]") !== null;
const hasTurn = () =>
  document.querySelectorAll(PASSAGE).length > 1 || document.querySelector("a[rel=next], a[rel=prev]") !== null;
const NOTE = ".margin-note";
const hasNotes = () => document.querySelector(NOTE) !== null;
const toNote = (by) => {
  const note = step(document.querySelectorAll(NOTE), by);
  if (note) bringBeside(note);
  return goTo(note);
};

// Those of kinds that the legend has switched off are passed over.
function isOff(difference) {
  const line = [...difference.classList].find((name) => name.startsWith("line-"));
  return Boolean(line && difference.closest(`.off-${line.slice("line-".length)}`));
}

const KIND = "ins.d[id], del.d[id]";
const kindOf = (difference) => [...difference.classList].find((name) => name.startsWith("d-"));
const differences = () => [...document.querySelectorAll(DIFFERENCE)].filter((one) => !isOff(one));
const hasKinds = () => document.querySelector(KIND) !== null;
let last = null;

function toDifference(by, among = differences()) {
  last = step(among, by) ?? last;
  return among.length > 0 && goTo(last);
}

// The kind is that of the difference at hand: the one in focus, or the one that the keys came to last.
function toItsKind(by) {
  const here = document.activeElement?.closest(KIND) ?? (last?.isConnected ? last : null);
  return toDifference(by, here ? differences().filter((one) => kindOf(one) === kindOf(here)) : undefined);
}

bindKeys(say("Passages"), [
  { key: "j", says: say("the next passage"), run: () => turn(1), when: hasTurn },
  { key: "k", says: say("the passage before"), run: () => turn(-1), when: hasTurn },
  { key: "n", says: say("the next difference"), run: () => toDifference(1), when: hasDifferences },
  { key: "p", says: say("the difference before"), run: () => toDifference(-1), when: hasDifferences },
  { key: "N", says: say("the next difference of the same kind"), run: () => toItsKind(1), when: hasKinds },
  { key: "P", says: say("the one of the same kind before"), run: () => toItsKind(-1), when: hasKinds },
  { key: "t", says: say("the next note"), run: () => toNote(1), when: hasNotes },
  { key: "T", says: say("the note before"), run: () => toNote(-1), when: hasNotes },
  {
    key: "c",
    says: say("comment on the selected words, the difference, or the passage"),
    run: comment,
    when: mayComment,
  },
  { key: "m", says: say("clean text, or differences marked"), run: switchMarks },
]);
