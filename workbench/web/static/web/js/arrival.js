// An address may name a passage (`?at=`) without leading into the page: bring it into sight, at once and without the focus.
// Whoever comes back or loads again is left where they were; the first passage is in sight as it is.
const [visit] = performance.getEntriesByType("navigation");
const passages = [...document.querySelectorAll("[data-passage]")];
const wanted = passages.findIndex((passage) => passage.matches(".is-at"));

if (wanted > 0 && !location.hash && visit?.type === "navigate") {
  passages[wanted].scrollIntoView({ block: "start", behavior: "instant" });
}
