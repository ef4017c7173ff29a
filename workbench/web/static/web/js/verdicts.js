// Verdicts on the texts of a passage: stepped through and given by key, told when they were given.
import { announce } from "./announce.js";
import { bindKeys } from "./keys.js";
import { passageOf } from "./composer.js";
import { say } from "./words.js";

const isShown = (element) => element.getClientRects().length > 0;

function currentPassage() {
  const all = [...document.querySelectorAll("[data-passage]")].filter(isShown);
  return passageOf(document.activeElement) ?? all.find((one) => one.getBoundingClientRect().bottom > 120);
}

// Opens the verdicts on the next text of the passage; after the last comes the first.
function openNext() {
  const all = [...(currentPassage()?.querySelectorAll("details[data-verdicts]") ?? [])];
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const next = all[(at + 1) % all.length];
  if (!next) return false;
  for (const one of all) if (one !== next) one.open = false;
  next.open = true;
  next.querySelector("summary").focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

const openForm = () => document.activeElement?.closest("details[data-verdicts]")?.querySelector("form[data-verdict]");

function press(choice) {
  const button = openForm()?.querySelector(`[data-choice="${choice}"]`);
  button?.click();
  return Boolean(button);
}

// What is swapped in stands open, and has no focus: it takes both from what it takes the place of.
const former = new Map();

document.addEventListener("htmx:beforeSwap", ({ detail: { target } }) => {
  if (!target.matches("details[data-verdicts]")) return;
  former.set(target.dataset.verdicts, { isOpen: target.open, hadFocus: target.contains(document.activeElement) });
});

document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  const was = former.get(elt.dataset?.verdicts);
  if (!was) return;
  elt.open = was.isOpen;
  if (was.hadFocus) elt.querySelector("summary").focus();
});

document.addEventListener("verdict-given", (event) => announce(event.detail.done));

const hasVerdicts = () => document.querySelector("details[data-verdicts]") !== null;
const mayChoose = () => Boolean(openForm());

bindKeys(say("Verdicts"), [
  { key: "v", says: say("the verdicts on the next text of the passage"), run: openNext, when: hasVerdicts },
  { key: "1", says: say("you have seen it"), run: () => press(1), when: mayChoose },
  { key: "2", says: say("you approve it"), run: () => press(2), when: mayChoose },
  { key: "3", says: say("it needs work"), run: () => press(3), when: mayChoose },
]);
