// Words in a text and the note in the margin that speaks of them: pointing at one lights up the other, a click leads there.
import { bringBeside, keepInSight } from "./beside.js";

function partsOf(thread) {
  return document.querySelectorAll(
    `mark.words[data-thread="${CSS.escape(thread)}"], .margin-note[data-thread="${CSS.escape(thread)}"]`,
  );
}

function light(event, isPointed) {
  const thread = event.target.closest?.("mark.words, .margin-note")?.dataset.thread;
  if (thread) { for (const part of partsOf(thread)) part.classList.toggle("pointed", isPointed); }
}

for (const [begin, end] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  document.addEventListener(begin, (event) => light(event, true));
  document.addEventListener(end, (event) => light(event, false));
}

document.addEventListener("click", (event) => {
  const words = event.target.closest?.("mark.words");
  if (!words || !getSelection().isCollapsed) return;
  const note = document.querySelector(`#thread-${CSS.escape(words.dataset.thread)}`);
  if (!note) return;
  note.querySelector("details")?.setAttribute("open", "");
  bringBeside(note);
  note.scrollIntoView({ block: "nearest" });
  note.focus({ preventScroll: true });
  keepInSight(words);
});
