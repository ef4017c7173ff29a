// Placing a text: rows by key, the steps of a row by key, and a cut where one clicks in the words.
import { announce } from "./announce.js";
import { bindKeys } from "./keys.js";
import { countPoints, textOf, unitsBefore } from "./offsets.js";
import { say } from "./words.js";

let current = null; // the number of the row that was last used

const form = () => document.querySelector("#placing");
const rows = () => [...document.querySelectorAll("[data-row]")];
const rowOf = (number) => document.querySelector(`[data-row="${number}"]`);

function currentRow() {
  return document.activeElement?.closest?.("[data-row]") ?? rowOf(current) ?? rows()[0];
}

// A passage without words has nothing to unfold.
function unfold(row) {
  const details = row.querySelector("details");
  if (details) details.open = true;
}

function goTo(row) {
  if (!row) return false;
  current = row.dataset.row;
  unfold(row);
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function turn(by) {
  const all = rows();
  const at = all.findIndex((row) => row.dataset.row === current);
  return goTo(at < 0 ? all[0] : all[at + by] ?? all[at]);
}

function goToDoubt() {
  const links = [...document.querySelectorAll("[data-doubt]")];
  const at = links.findIndex((link) => link.dataset.doubt === current);
  const link = links[at + 1] ?? links[0];
  if (!link) return announce(say("No place is doubtful."));
  return goTo(rowOf(link.dataset.doubt)) || link.click();
}

function press(key) {
  const steering = document.querySelector(`.steering [data-key="${CSS.escape(key)}"]`);
  const row = currentRow();
  const button = steering ?? row?.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? besideRow(row, key);
  if (!button || button.disabled) return announce(say("That cannot be done here."), "warning");
  current = row?.dataset.row ?? current;
  button.click();
  return true;
}

// Words without a place stand between the rows: `a` takes those after a row, `b` those before it.
function besideRow(row, key) {
  const between = key === "a" ? row?.nextElementSibling : key === "b" ? row?.previousElementSibling : null;
  const opening = key === "b" && row === rows()[0] ? document.querySelector("#placing > .loose") : null;
  return (between?.matches(".placed-between") ? between : opening)?.querySelector(`[data-key="${key}"]`);
}

const key = (name, says) => ({ key: name, says, run: () => press(name) });

bindKeys(say("Placing"), [
  { key: "j", says: say("the next passage"), run: () => turn(1) },
  { key: "k", says: say("the passage before"), run: () => turn(-1) },
  { key: "n", says: say("the next doubtful place"), run: goToDoubt },
  key("y", say("it is right")),
  key("[", say("its start a word earlier")),
  key("]", say("its start a word later")),
  key("{", say("its start a sentence earlier")),
  key("}", say("its start a sentence later")),
  key("<", say("its end a word earlier")),
  key(">", say("its end a word later")),
  key("(", say("its end a sentence earlier")),
  key(")", say("its end a sentence later")),
  key("m", say("join the next passage to it")),
  key("p", say("split it: the next passage, that has no words, begins with its last sentence")),
  key("a", say("take the words after it that have no place")),
  key("b", say("take the words before it that have no place")),
  key("s", say("swap it with the next passage")),
  key("o", say("left out by the translator")),
  key("w", say("it stands with the passage before")),
  key("x", say("it is not in this text")),
  key("u", say("undo")),
  key("r", say("do it again")),
]);

// The place of a click in a text, in code points of the whole running text.
function offsetAt(cell, event) {
  const place = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = place ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const node = place?.offsetNode ?? range?.startContainer;
  if (!node || !cell.contains(node)) return null;
  const units = unitsBefore(cell, node, place?.offset ?? range.startOffset);
  const text = textOf(cell);
  return { offset: Number(cell.dataset.start) + countPoints(text.slice(0, units)), word: wordAt(text, units) };
}

function wordAt(text, units) {
  const start = text.slice(0, units).search(/\S*$/u);
  return text.slice(start).match(/^\s*\S+(?:\s+\S+)?/u)?.[0].trim() ?? "";
}

function offerCut(cell, event) {
  const picked = offsetAt(cell, event);
  const row = cell.closest("[data-row]");
  const picker = document.querySelector(".picker");
  if (!picked || !picker || !picked.word) return;
  const number = Number(row.dataset.row);
  const [own, next] = picker.querySelectorAll("button");
  picker.querySelector("span").textContent = say("From “%(word)s” on:", { word: picked.word });
  Object.assign(own, {
    value: `begin ${number} ${picked.offset}`,
    textContent: say("%(reference)s begins here", { reference: row.dataset.reference }),
  });
  Object.assign(next, {
    value: `begin ${number + 1} ${picked.offset}`,
    textContent: say("%(next)s begins here", { next: row.dataset.next }),
    hidden: !row.dataset.next || "lead" in cell.dataset,
  });
  current = row.dataset.row;
  cell.after(picker);
  picker.hidden = false;
}

document.addEventListener("click", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (row) current = row.dataset.row;
  const cell = event.target.closest?.("[data-start]");
  if (cell && getSelection().isCollapsed) offerCut(cell, event);
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("[data-row]");
  if (row) current = row.dataset.row;
});

let top = 0;
document.addEventListener("htmx:beforeSwap", () => {
  top = rowOf(current)?.getBoundingClientRect().top ?? 0;
});

// After a step the page stays where it was, and so does the reader.
document.addEventListener("htmx:afterSwap", () => {
  const row = rowOf(current);
  if (row) {
    unfold(row);
    row.focus({ preventScroll: true });
    scrollBy(0, row.getBoundingClientRect().top - top);
  }
  const seen = document.querySelector("[data-seen]");
  if (seen && form()) seen.value = form().dataset.steps;
  announce(
    document.querySelector("#placing > .notice")?.textContent ?? "Done.",
    document.querySelector("#placing > .notice") ? "error" : "success",
  );
});
