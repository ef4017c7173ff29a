// The way back from what was just done: a button in the notice that says so, and a key.
import { announce } from "./announce.js";
import { bindKeys } from "./keys.js";
import { say } from "./words.js";

let goBack = null;
let isBound = false;

// Say what was done, with the way back (null: there is none any more).
export function offerUndo(words, run) {
  goBack = run;
  if (run) bindOnce();
  announce(words, "success", run ? { label: say("Undo"), run: undo } : null);
}

function undo() {
  if (!goBack) return announce(say("There is nothing to undo."));
  const run = goBack;
  goBack = null;
  run();
  return true;
}

// The map of keys names it from the first time on that there is something to undo.
function bindOnce() {
  if (isBound) return;
  isBound = true;
  bindKeys(say("What was just done"), [{ key: "u", says: say("undo it"), run: undo, when: () => goBack !== null }]);
}
