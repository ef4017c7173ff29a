// The form for a new comment, fetched into the margin of its passage. Without this the same links lead to a page.
import { announce } from "./announce.js";
import { isBeside, keepInSight } from "./beside.js";
import { say } from "./words.js";

export function passageOf(node) {
  return (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest("[data-passage]") ?? null;
}

export function writeLinkOf(passage) {
  return passage?.querySelector("a[data-compose]") ?? null;
}

export function openComposerOf(passage) {
  return passage?.querySelector("[data-composer]") ?? null;
}

export async function openComposer(passage, picks = [], { suggest = false } = {}) {
  const link = writeLinkOf(passage);
  if (!link) return;
  const address = new URL(link.href);
  for (const pick of picks) address.searchParams.append("anchor", pick.place);
  if (suggest) address.searchParams.set("suggest", "1");
  address.searchParams.set("next", location.pathname + location.search);
  const place = passage.querySelector("[data-composer-place]");
  await htmx.ajax("GET", address.pathname + address.search, { target: place, swap: "innerHTML" });
  const words = picks[0]?.range;
  if (words) putBeside(place, words.getBoundingClientRect());
  focusComposer(openComposerOf(passage));
  if (words) keepInSight(words, place.matches(".sheet") ? place.offsetHeight : 0);
}

// As far down its margin as the words are in their text; where no margin stands beside it, at the foot of the window.
function putBeside(place, words) {
  const stands = isBeside(place, passageOf(place));
  place.style.marginBlockStart = "";
  place.classList.toggle("sheet", !stands);
  const down = words.top - place.getBoundingClientRect().top;
  if (stands && down > 0) place.style.marginBlockStart = `${down}px`;
}

function putBack(place) {
  place.style.marginBlockStart = "";
  place.classList.remove("sheet");
}

export function addWords(composer, pick) {
  const item = document.createElement("li");
  const field = Object.assign(document.createElement("input"), { type: "hidden", name: "anchor", value: pick.place });
  const siglum = Object.assign(document.createElement("span"), { className: "siglum", textContent: pick.siglum });
  const quote = Object.assign(document.createElement("q"), { textContent: pick.quote });
  quote.lang = pick.cell.lang;
  quote.dir = pick.cell.dir;
  item.append(field, siglum, " ", quote);
  composer.querySelector(".chosen").append(item);
  composer.querySelector(".by-quote")?.remove();
  announce(say("%(siglum)s: “%(quote)s” was added to the comment.", { siglum: pick.siglum, quote: pick.quote }));
  composer.querySelector("[data-focus]").focus();
}

function focusComposer(composer) {
  if (!composer) return;
  const field = composer.querySelector("[data-focus-first]") ?? composer.querySelector("[data-focus]");
  composer.scrollIntoView({ block: "nearest" });
  field.focus({ preventScroll: true });
  field.select();
}

function closeComposer(composer) {
  const passage = passageOf(composer);
  document.dispatchEvent(new CustomEvent("composer-cancelled", { detail: { form: composer } }));
  putBack(composer.parentElement);
  composer.remove();
  document.dispatchEvent(new CustomEvent("composer-closed"));
  (passage?.querySelector("a[data-compose]") ?? passage)?.focus();
}

document.addEventListener("thread-opened", () => {
  for (const place of document.querySelectorAll("[data-composer-place]")) putBack(place);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-compose]");
  if (link && passageOf(link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openComposer(passageOf(link));
  }
  const cancel = event.target.closest("[data-composer] [data-cancel]");
  if (cancel && passageOf(cancel)) {
    event.preventDefault();
    closeComposer(cancel.closest("[data-composer]"));
  }
});

document.addEventListener("keydown", (event) => {
  const composer = event.target.closest?.("[data-composer]");
  if (event.key !== "Escape" || !composer || !passageOf(composer)) return;
  const isTyped = [...composer.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
  if (isTyped) return;
  closeComposer(composer);
});
