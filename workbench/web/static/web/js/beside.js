// Notes stand beside the words they speak of, in the order of the words; the one that was opened last exactly there, the
// others where they find room above and below it. Under a passage, where no margin is, they stand one after the other.
import { TEXT } from "./offsets.js";

const GAP = 14;
let active = "";

const wordsOf = (row, note) => row.querySelector(`mark.words[data-thread="${CSS.escape(note.dataset.thread)}"]`);

export function isBeside(margin, row) {
  const text = row.querySelector(TEXT);
  return Boolean(text) && margin.getBoundingClientRect().left >= text.getBoundingClientRect().right;
}

// How far down its margin each note would begin: at its words, as they stand where nothing has slid to stay in sight.
function wantedPlaces(row, list, notes) {
  row.classList.add("at-rest");
  row.classList.toggle("slides", fits(row));
  const { top } = list.getBoundingClientRect();
  const places = notes.map((note) => (wordsOf(row, note)?.getBoundingClientRect().top ?? top) - top);
  row.classList.remove("at-rest");
  return new Map(notes.map((note, at) => [note, Math.max(0, places[at])]));
}

// Short texts slide along with a long margin; of one that is longer than the window the end would never come into sight.
function fits(row) {
  return [...row.querySelectorAll(TEXT)].every((text) => text.offsetHeight < innerHeight * 0.6);
}

// Those that fit above the open note stay above it, the others follow it.
function ordered(notes, wanted, open) {
  if (!open) return notes.map((note) => [note, 0]);
  const before = notes.slice(0, notes.indexOf(open));
  let end = 0;
  const above = before.filter((note) => {
    const next = Math.max(end, wanted.get(note)) + note.offsetHeight + GAP;
    if (next > wanted.get(open)) return false;
    end = next;
    return true;
  });
  const below = before.filter((note) => !above.includes(note));
  const after = notes.slice(notes.indexOf(open) + 1);
  return [...above.map((note) => [note, 0]), [open, 1], ...[...below, ...after].map((note) => [note, 2])];
}

function place(list) {
  const row = list.closest("[data-passage]");
  const notes = [...list.querySelectorAll(".margin-note")];
  const stands = isBeside(list, row);
  const wanted = stands ? wantedPlaces(row, list, notes) : new Map(notes.map((note) => [note, 0]));
  let end = 0;
  for (const [note, order] of ordered(notes, wanted, stands ? notes.find((one) => one.id === active) : null)) {
    const gap = Math.max(0, wanted.get(note) - end);
    put(note, gap, order);
    end += gap + note.offsetHeight + GAP;
  }
}

function put(note, gap, order) {
  const margin = gap ? `${Math.round(gap)}px` : "";
  if (note.style.marginBlockStart !== margin) note.style.marginBlockStart = margin;
  if (note.style.order !== String(order || "")) note.style.order = order || "";
}

function placeAll() {
  for (const list of document.querySelectorAll("[data-passage] [data-notes]")) {
    if (list.firstElementChild) place(list);
  }
}

let waiting = 0;
export function placeSoon() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(placeAll);
}

// Bring a note to its words.
export function bringBeside(note) {
  active = note.id;
  placeAll();
}

// What stands beside words may be longer than the window: the words stay, under the heads of the columns.
const HEAD = 72;
export function keepInSight(words, foot = 0) {
  if (!words) return;
  const { top, bottom } = words.getBoundingClientRect();
  const end = innerHeight - foot;
  if (top < HEAD) scrollBy(0, top - HEAD);
  else if (bottom > end) scrollBy(0, Math.min(bottom - end + HEAD, top - HEAD));
}

const watched = new ResizeObserver(placeSoon);
function watch() {
  for (const part of document.querySelectorAll("[data-notes], .margin-note, [data-composer-place]")) {
    watched.observe(part);
  }
  placeSoon();
}

document.addEventListener("toggle", (event) => {
  const note = event.target.closest?.(".margin-note");
  if (!note || event.target.parentElement !== note) return;
  if (event.target.open) bringBeside(note);
  else if (active === note.id) active = "";
  placeSoon();
}, { capture: true });
for (const name of ["htmx:afterSettle", "passage-refreshed", "composer-closed", "thread-opened"]) {
  document.addEventListener(name, watch);
}
document.addEventListener("htmx:afterSwap", placeAll); // before it is drawn, so that nothing jumps
addEventListener("resize", placeSoon);
addEventListener("load", watch);
watch();
