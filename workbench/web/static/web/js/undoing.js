// The way back from what was just done: a button in the notice that says so, and a key.
import { announce } from "./announce.js";
import { bindKeys } from "./keys.js";

let goBack = null;
let isBound = false;

// Say what was done, with the way back (null: there is none any more).
export function offerUndo(words, run) {
  goBack = run;
  if (run) bindOnce();
  announce(words, "success", run ? { label: "Undo", run: undo } : null);
}

function undo() {
  if (!goBack) return announce("There is nothing to undo.");
  const run = goBack;
  goBack = null;
  run();
  return true;
}

// The map of keys names it from the first time on that there is something to undo.
function bindOnce() {
  if (isBound) return;
  isBound = true;
  bindKeys("What was just done", [{ key: "u", says: "undo it", run: undo, when: () => goBack !== null }]);
}
