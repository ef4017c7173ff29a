// The review queue by keyboard: the list on one side, the discussion on the other, and on to the next when one is settled.
import { announce } from "./announce.js";
import { areKeysOn, bindKeys } from "./keys.js";
import { turnChoice } from "./queue-choosing.js";
import { say } from "./words.js";

// The filters put another list in the place of this one: what is on the page is looked up when it is needed.
const rowsOf = () => [...document.querySelectorAll("[data-queue] [data-row]")];
const detailOf = () => document.querySelector("[data-queue-detail]");
const find = (selector) => detailOf()?.querySelector(selector) ?? null;

const SAID = new Map([["in_progress", say("in progress")], ["resolved", say("resolved")], [
  "wont_fix",
  say("won’t fix"),
]]);
const isUnsettled = (row) => ["open", "in_progress"].includes(row.dataset.state);

function currentRow() {
  return rowsOf().find((row) => row.querySelector("a[aria-current]"));
}

async function choose(row) {
  if (!row) return;
  for (const other of rowsOf()) other.querySelector("a").removeAttribute("aria-current");
  const link = row.querySelector("a");
  link.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
  history.replaceState(history.state, "", link.href);
  await htmx.ajax("GET", link.dataset.detail, { target: detailOf(), swap: "innerHTML" });
  const card = find("[data-thread]");
  card?.focus({ preventScroll: true });
  const top = card?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > innerHeight * 0.7) card.scrollIntoView({ block: "start" });
}

function step(by) {
  const rows = rowsOf();
  return rows[rows.indexOf(currentRow()) + by];
}

function press(selector) {
  const button = find(selector);
  if (!button || button.disabled) return announce(say("Nothing to do here for that key."), "warning");
  button.click();
  return true;
}

function writeIn(selector) {
  const field = find(selector);
  if (!field) return announce(say("Nothing to do here for that key."), "warning");
  field.closest("details")?.setAttribute("open", "");
  field.focus();
  return true;
}

// Where several suggestions stand side by side no key decides: the first one's button is focused.
function isChoice() {
  const buttons = detailOf()?.querySelectorAll("[data-key-accept]") ?? [];
  if (buttons.length < 2) return false;
  [...buttons].find((button) => !button.disabled)?.focus();
  announce(say("Several suggestions stand here side by side: choose one."), "warning");
  return true;
}

function accept() {
  if (isChoice()) return;
  const button = find("[data-key-accept]");
  if (!button) return replyInstead();
  if (!button.disabled) return press("[data-key-accept]");
  writeIn("[data-attach] input[name=quote]");
  announce(say("Its words are gone: attach it first."), "warning");
}

function reject() {
  const reason = "input[name=reason]";
  if (isChoice()) return;
  return find(reason) ? writeIn(reason) : replyInstead();
}

// Who presses `x` goes on to type why. With nothing to reject those letters would be keys: they go into a reply.
function replyInstead() {
  if (writeIn("[data-key-reply]")) {
    announce(say("There is no suggestion to decide here: what you type is a reply."), "warning");
  }
}

// What the other translations say stands open where there is room for it, or as it was last left, card after card.
let areOthersOpen = matchMedia("(min-width: 75rem)").matches;

function showOthers() {
  for (const others of document.querySelectorAll("[data-queue-detail] details.others")) others.open ||= areOthersOpen;
}

function turnOthers() {
  const others = find("details.others");
  if (!others) return announce(say("Nothing to do here for that key."), "warning");
  areOthersOpen = !others.open;
  others.open = areOthersOpen;
}

document.addEventListener("htmx:afterSwap", showOthers);
document.addEventListener("click", (event) => {
  const others = event.target.closest?.("[data-queue-detail] details.others > summary")?.parentElement;
  if (others) areOthersOpen = !others.open;
});

function takeIt() {
  const select = find("select[data-me]");
  if (!select) return false;
  select.value = select.dataset.me;
  select.form.requestSubmit();
  return true;
}

// Settled here: say so in the list, and go on. The row stays where it is, so that nothing jumps and `k` leads back; what
// is taken back is where it was, and shown again.
document.addEventListener("thread-changed", (event) => {
  const { thread, state } = event.detail;
  const row = rowsOf().find((one) => one.dataset.row === String(thread));
  if (!row) return;
  const wasOpen = isUnsettled(row);
  row.dataset.state = state;
  const choice = row.querySelector("input[name=thread]");
  if (choice) choice.value = `${thread}:${event.detail.version}`;
  row.classList.toggle("settled", !isUnsettled(row));
  row.querySelector("[data-done]").textContent = SAID.has(state) ? `, ${SAID.get(state)}` : "";
  tally();
  if (wasOpen && !isUnsettled(row)) {
    const next = nextOpen(row);
    if (next) setTimeout(() => choose(next), 0);
  } else if (!wasOpen && isUnsettled(row) && row !== currentRow()) setTimeout(() => choose(row), 0);
});

function nextOpen(row) {
  const rows = rowsOf();
  const at = rows.indexOf(row);
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find(isUnsettled);
}

function tally() {
  const rows = rowsOf();
  const done = rows.filter((row) => !isUnsettled(row)).length;
  const place = document.querySelector("[data-tally]");
  if (place) {
    place.textContent = done ? `; ${say("%(done)s of %(all)s on this page settled", { done, all: rows.length })}` : "";
  }
}

document.addEventListener("click", (event) => {
  const row = event.target.closest?.("[data-row] > a")?.parentElement;
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(row);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && detailOf()?.contains(event.target)) find("[data-thread]")?.focus();
});

const hasRows = () => rowsOf().length > 0;
const mayTalk = () => find("[data-key-reply]") !== null;

bindKeys(say("The queue"), [
  { key: "j", says: say("the next discussion"), run: () => choose(step(1)), when: hasRows },
  { key: "k", says: say("the discussion before"), run: () => choose(step(-1)), when: hasRows },
  { key: "Enter", says: say("open the passage in the comparison"), run: openPassage, when: hasRows },
  {
    key: "r",
    says: say("resolve and go on; reopen what is resolved"),
    run: () => press("[data-key-settle]"),
    when: mayTalk,
  },
  { key: "a", says: say("accept the suggestion"), run: accept, when: mayTalk },
  { key: "x", says: say("reject the suggestion, with a reason"), run: reject, when: mayTalk },
  { key: "c", says: say("reply (Ctrl+Enter sends)"), run: () => writeIn("[data-key-reply]"), when: mayTalk },
  { key: "s", says: say("choose it, to do something with several at once"), run: turnChoice, when: mayTalk },
  { key: "g", says: say("assign it to me"), run: takeIt, when: mayTalk },
  { key: "o", says: say("what the other translations say"), run: turnOthers, when: hasRows },
]);

function begin() {
  showOthers();
  tally();
  if (areKeysOn()) document.querySelector("[data-hints]")?.removeAttribute("hidden");
}
begin();
document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  if (elt.id === "queue-page") begin();
});

function openPassage(event) {
  if (event.target.closest("a, button, summary")) return false;
  find("[data-key-open]")?.click();
  return true;
}
