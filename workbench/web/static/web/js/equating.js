// At a difference: treat the words of both sides as equal, or comment on both. A click on it offers that, `e` opens the
// form beside it, which counts what a rule would do; afterwards the texts are drawn anew, with a notice and the way back.
import { announce } from "./announce.js";
import { hasDifferences, readDifference } from "./differences.js";
import { writeLinkOf } from "./composer.js";
import { bindKeys } from "./keys.js";
import { refreshAllTexts } from "./rows.js";
import { commentOnAll } from "./selection.js";
import { offerUndo } from "./undoing.js";
import { say } from "./words.js";

const area = document.querySelector("[data-equate]");

let place = null; // where the dialog or the bar was opened: a passage and its difference

// --- the bar ---------------------------------------------------------------------------------------------
const bar = document.createElement("div");
bar.className = "difference-bar";
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", say("The difference"));
bar.hidden = true;

function offer(found) {
  const words = document.createElement("span");
  words.className = "selected";
  words.append(isolated(found.left), " = ", isolated(found.right));
  const buttons = [
    area && button(say("Treat as equal…"), () => open(found)),
    found.picks && writeLinkOf(found.row) && button(say("Comment"), () => commentOnAll(found.picks())),
  ].filter(Boolean);
  bar.replaceChildren(words, ...buttons);
  bar.hidden = buttons.length === 0;
  putBeside(bar, found.difference);
}

function button(label, run) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  made.addEventListener("click", () => {
    bar.hidden = true;
    run();
  });
  return made;
}

function isolated(words) {
  const short = words.trim();
  return Object.assign(document.createElement("bdi"), {
    textContent: short.length > 40 ? `${short.slice(0, 38)}…` : short,
  });
}

function putBeside(box, element) {
  const at = [...element.getClientRects()].at(-1);
  if (!at) return;
  const room = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.insetBlockStart = `${at.bottom + scrollY + 8}px`;
  box.style.left = `${Math.max(8, Math.min(at.left + scrollX, room))}px`;
}

// --- the form --------------------------------------------------------------------------------------------
const dialog = document.createElement("dialog");
dialog.className = "equating";
dialog.setAttribute("aria-labelledby", "equate-title");

async function open(found) {
  const { row, left, right } = found;
  const asked = new URLSearchParams({
    left,
    right,
    passage: row.dataset.passage,
    next: location.pathname + location.search,
  });
  await openAt(`${area.dataset.equate}?${asked}`, found.difference, row);
}

async function openAt(address, element, row) {
  bar.hidden = true;
  place = { row: row.id, difference: element.id || document.activeElement.id };
  dialog.close();
  await htmx.ajax("GET", address, { target: dialog, swap: "innerHTML" });
  if (!dialog.querySelector("form")) return;
  dialog.show();
  putBeside(dialog, element);
  dialog.scrollIntoView({ block: "nearest" });
  dialog.querySelector("input[type=radio]:checked")?.focus();
}

function close() {
  dialog.close();
  dialog.replaceChildren();
  goBack();
}

// To the difference where it was opened or, if that is gone, to its passage.
function goBack() {
  const back = document.getElementById(place?.difference) ?? document.getElementById(place?.row);
  if (!back) return;
  if (!back.hasAttribute("tabindex")) back.tabIndex = -1;
  back.focus({ preventScroll: true });
}

// --- what was done ---------------------------------------------------------------------------------------
async function follow({ done, undo }) {
  await refreshAllTexts();
  if (dialog.open) close();
  else if (document.activeElement === document.body) goBack();
  offerUndo(done, undo ? () => htmx.ajax("POST", undo, { swap: "none", target: "body" }) : null);
}

function equateHere() {
  const found = readDifference(document.activeElement);
  if (found) open(found);
  else announce(say("Go to a difference of two words first: n is the next one."));
}

function listen() {
  document.body.append(bar, dialog);
  document.addEventListener("click", (event) => {
    if (dialog.contains(event.target)) {
      if (event.target.closest("[data-cancel]")) close();
      return;
    }
    const link = event.target.closest("a[data-equate-link]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      openAt(link.href, link, link.closest("[data-passage]"));
      return;
    }
    const found = getSelection().isCollapsed ? readDifference(event.target) : null;
    if (found) offer(found);
    else if (!bar.contains(event.target)) bar.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (dialog.open) close();
    bar.hidden = true;
  });
  document.addEventListener("rules-changed", (event) => follow(event.detail));
}

function bind() {
  bindKeys(say("Equivalent words"), [
    { key: "e", says: say("treat the words of this difference as equal"), run: equateHere, when: hasDifferences },
  ]);
}

listen();
if (area) bind();
