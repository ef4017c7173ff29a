// Select words in a text and a small bar offers to comment on them, to suggest others, or to add them to a comment begun.
import { announce } from "./announce.js";
import { cited } from "./copying.js";
import { pickWords } from "./offsets.js";
import { addWords, openComposer, openComposerOf, passageOf, writeLinkOf } from "./composer.js";
import { say } from "./words.js";

const bar = document.createElement("div");
bar.className = "selection-bar";
bar.setAttribute("role", "toolbar");
bar.setAttribute("aria-label", say("The selected words"));
bar.hidden = true;
document.body.append(bar);

let pick = null;
const chosen = [];

export function pickedWords() {
  return pick;
}

export function commentOn(current, options) {
  return commentOnAll([current], options);
}

// On words of several texts at once: a difference.
export async function commentOnAll(picks, options) {
  chosen.splice(0, chosen.length, ...picks);
  hideBar();
  await openComposer(passageOf(picks[0].cell), picks, options);
  highlight();
}

function show() {
  pick = pickWords(getSelection());
  const passage = pick && passageOf(pick.cell);
  if (!passage) return hideBar();
  bar.replaceChildren(words(pick), ...(writeLinkOf(passage) ? writers(openComposerOf(passage)) : []), ...copiers());
  bar.hidden = false;
  place(pick.range.getBoundingClientRect());
}

function writers(composer) {
  if (composer) return [button(say("Add to the comment"), add)];
  return [
    button(say("Comment"), () => commentOn(pick)),
    button(say("Suggest"), () => commentOn(pick, { suggest: true })),
  ];
}

function copiers() {
  if (!navigator.clipboard || !pick.cell.dataset.cite) return [];
  const current = pick;
  return [
    button(say("Copy with citation"), async () => {
      hideBar();
      try {
        await navigator.clipboard.writeText(cited(current));
        announce(say("The words are copied, with where they stand."));
      } catch {
        announce(say("The browser does not let this page copy."), "error");
      }
    }),
  ];
}

function add() {
  chosen.push(pick);
  const composer = openComposerOf(passageOf(pick.cell));
  addWords(composer, pick);
  hideBar();
  highlight();
}

function words({ siglum, quote }) {
  const shown = document.createElement("span");
  shown.className = "selected";
  shown.textContent = `${siglum} “${quote.length > 40 ? `${quote.slice(0, 38)}…` : quote}”`;
  return shown;
}

function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  // The selection must outlive the click.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", () => {
    act();
    highlight();
    getSelection().removeAllRanges();
  });
  return made;
}

function place(box) {
  const top = box.bottom + scrollY + 8;
  const left = Math.max(8, Math.min(box.left + scrollX, document.documentElement.clientWidth - bar.offsetWidth - 8));
  bar.style.insetBlockStart = `${top}px`;
  bar.style.left = `${left}px`;
}

function hideBar() {
  bar.hidden = true;
  pick = null;
}

// What was chosen stays visible while the comment is being written.
function highlight() {
  if (!globalThis.Highlight) return;
  CSS.highlights.set("chosen", new Highlight(...chosen.map((one) => one.range).filter(Boolean)));
}

function forget() {
  chosen.length = 0;
  highlight();
}
document.addEventListener("composer-closed", forget);
document.addEventListener("thread-opened", forget);

let isPressed = false;
let waiting = 0;
document.addEventListener("pointerdown", (event) => {
  isPressed = !bar.contains(event.target);
});
document.addEventListener("pointerup", () => {
  isPressed = false;
  showSoon();
});
document.addEventListener("selectionchange", () => {
  if (!isPressed) showSoon();
});

function showSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (!bar.contains(document.activeElement)) show();
  }, 120);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !bar.hidden) hideBar();
  if (event.key === "Tab" && !event.shiftKey && !bar.hidden && !bar.contains(document.activeElement)) {
    event.preventDefault();
    bar.querySelector("button").focus();
  }
});
