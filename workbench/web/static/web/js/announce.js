// What happened, for those who hear the page, and shown at the foot of the window, wherever on the page one is.
// What went well is gone after a while; what did not, and what can be undone, stays until something else happens.
const notices = document.querySelector("#notices");
const WHILE = 8000;

// action: { label: "Undo", run: () => {} }, a button in the notice.
export function announce(words, kind = "success", action = null) {
  if (!notices || !words) return;
  const notice = document.createElement("p");
  notice.className = `notice notice-${kind} passing`;
  notice.textContent = words;
  if (action) notice.append(" ", button(action, notice), " ", button({ label: say("Close") }, notice));
  notices.replaceChildren(notice);
  if (kind === "success" && !action) setTimeout(() => notice.remove(), WHILE);
}

function button({ label, run }, notice) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  made.addEventListener("click", () => {
    notice.remove();
    run?.();
  });
  return made;
}
import { say } from "./words.js";
