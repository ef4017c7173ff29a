// What happened, for those who hear the page, and shown at the foot of the window, wherever on the page one is.
// What went well is gone after a while; what did not stays until something else happens.
const notices = document.querySelector("#notices");
const WHILE = 8000;

export function announce(words, kind = "success") {
  if (!notices || !words) return;
  const notice = document.createElement("p");
  notice.className = `notice notice-${kind} passing`;
  notice.textContent = words;
  notices.replaceChildren(notice);
  if (kind === "success") setTimeout(() => notice.remove(), WHILE);
}
