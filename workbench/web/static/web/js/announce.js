// What happened, for those who hear the page, and shown for a moment in the notices under the masthead.
const notices = document.querySelector("#notices");

export function announce(words, kind = "success") {
  if (!notices || !words) return;
  const notice = document.createElement("p");
  notice.className = `notice notice-${kind}`;
  notice.textContent = words;
  notices.replaceChildren(notice);
}
