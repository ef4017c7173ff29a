// What others say appears by itself: every few seconds the page asks what happened, and only cards that changed are
// brought. What somebody is typing stays; a tab that is not looked at asks nothing.
import { announce } from "./announce.js";
import { fetchPage, putInOrder, refreshTexts } from "./rows.js";

const PAUSE = 2000;
const LONGEST = 60_000;
const place = document.querySelector("[data-watch]");
let cursor = Number(place?.dataset.cursor);
let pause = PAUSE;
let failures = 0;
let timer = 0;
let isNoted = false;

async function look() {
  timer = 0;
  try {
    const response = await fetch(`${place.dataset.watch}?after=${cursor}`, {
      headers: { "if-none-match": `"${cursor}"`, accept: "application/json" },
      cache: "no-store",
    });
    if (!isNoted) noteSeen();
    isNoted = true;
    if (response.status === 200) await follow(await response.json());
    else if (response.status !== 304) throw new Error(response.statusText);
    failures = 0;
  } catch {
    failures += 1; // signed out, or no network: ask less and less often
  }
  pause = Math.min(PAUSE * 2 ** Math.max(0, failures - 1), LONGEST);
  wait();
}

function wait() {
  if (!document.hidden && !timer) timer = setTimeout(look, pause);
}

async function follow(news) {
  for (const touched of news.threads) await bring(touched);
  cursor = news.cursor;
  noteSeen();
  const last = news.threads.at(-1);
  if (last && shown(last)) announce(`${last.who} ${last.what}.`, "news");
}

function shown({ thread }) {
  return document.getElementById(`thread-${thread}`);
}

async function bring(touched) {
  const card = shown(touched);
  if (!card) return bringNew(touched);
  const shape = shapeOf(card);
  const response = await fetch(`/threads/${touched.thread}/?shape=${shape}`, { headers: { "hx-request": "true" } });
  if (!response.ok) return;
  const fresh = parse(await response.text());
  if (fresh) isBusy(card) ? addComments(card, fresh) : replace(card, fresh);
}

function shapeOf(card) {
  if (!card.matches(".margin-note")) return "full";
  return card.querySelector("form") ? "margin" : "folded";
}

function parse(html) {
  return document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector("[data-thread]"));
}

// Somebody is in it, or typed something that is not sent.
function isBusy(card) {
  const fields = [...card.querySelectorAll("textarea, input:not([type=hidden])")];
  return card.contains(document.activeElement) && document.activeElement.matches("textarea, input, select") ||
    fields.some((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked);
}

function replace(card, fresh) {
  const hadFocus = card.contains(document.activeElement);
  const isOpen = card.querySelector("details")?.open;
  if (fresh.matches(".margin-note")) fresh.querySelector("details").open = isOpen;
  markNew(fresh, card);
  card.replaceWith(fresh);
  htmx.process(fresh);
  if (hadFocus) fresh.focus({ preventScroll: true });
}

function commentsOf(card) {
  return [...card.querySelectorAll(".comments > li[id]")];
}

function markNew(fresh, card) {
  const known = new Set(commentsOf(card).map((comment) => comment.id));
  if (!known.size) return;
  for (const comment of commentsOf(fresh)) comment.classList.toggle("fresh", !known.has(comment.id));
}

function addComments(card, fresh) {
  markNew(fresh, card);
  const list = card.querySelector(".comments");
  for (const comment of fresh.querySelectorAll(".comments > li.fresh")) {
    list.append(comment);
    htmx.process(comment);
  }
}

// A discussion that was not here: its note, and its words in the texts, unless somebody is at work there.
async function bringNew({ thread, passage }) {
  const row = document.querySelector(`#p-${passage}`);
  const notes = row?.querySelector("[data-notes]");
  if (!notes) return;
  const fresh = (await fetchPage(passage))?.querySelector(`#p-${passage}`);
  const note = fresh?.querySelector(`#thread-${thread}`);
  if (!note || shown({ thread })) return;
  if (isQuiet(row)) refreshTexts(row, fresh);
  putInOrder(notes, note);
  htmx.process(note);
  document.dispatchEvent(new CustomEvent("passage-refreshed", { detail: { passage, thread } }));
}

function isQuiet(row) {
  const selection = getSelection();
  const isSelecting = !selection.isCollapsed && row.contains(selection.anchorNode);
  return !isSelecting && !row.querySelector("[data-composer]") && !row.contains(document.activeElement);
}

// What is on the page was seen: the next visit marks what came after it.
function noteSeen() {
  htmx.ajax("POST", place.dataset.seen, { source: place, swap: "none", values: { cursor } });
}

if (place) {
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      clearTimeout(timer);
      timer = 0;
    } else if (!timer) look();
  });
  wait();
}
