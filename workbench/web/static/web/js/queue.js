// The review queue by keyboard: the list on one side, the discussion on the other, and on to the next when one is settled.
import { announce } from "./announce.js";
import { areKeysOn, bindKeys } from "./keys.js";

const queue = document.querySelector("[data-queue]");
const detail = queue?.querySelector("[data-queue-detail]");
const rows = queue ? [...queue.querySelectorAll("[data-row]")] : [];

const SAID = new Map([["in_progress", ", in progress"], ["resolved", ", resolved"], ["wont_fix", ", won’t fix"]]);
const isUnsettled = (row) => ["open", "in_progress"].includes(row.dataset.state);

function currentRow() {
  return rows.find((row) => row.querySelector("a[aria-current]"));
}

async function choose(row) {
  if (!row) return;
  for (const other of rows) other.querySelector("a").removeAttribute("aria-current");
  const link = row.querySelector("a");
  link.setAttribute("aria-current", "true");
  row.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", link.href);
  await htmx.ajax("GET", link.dataset.detail, { target: detail, swap: "innerHTML" });
  const card = detail.querySelector("[data-thread]");
  card?.focus({ preventScroll: true });
  if (card && card.getBoundingClientRect().top > innerHeight * 0.7) card.scrollIntoView({ block: "start" });
}

function step(by) {
  const at = rows.indexOf(currentRow());
  return rows[at + by];
}

function press(selector) {
  const button = detail.querySelector(selector);
  if (!button || button.disabled) return announce("Nothing to do here for that key.", "warning");
  button.click();
  return true;
}

function writeIn(selector) {
  const field = detail.querySelector(selector);
  if (!field) return announce("Nothing to do here for that key.", "warning");
  field.closest("details")?.setAttribute("open", "");
  field.focus();
  return true;
}

function accept() {
  const button = detail.querySelector("[data-key-accept]");
  if (!button) return replyInstead();
  if (!button.disabled) return press("[data-key-accept]");
  writeIn("[data-attach] input[name=quote]");
  announce("Its words are gone: attach it first.", "warning");
}

function reject() {
  const reason = "input[name=reason]";
  return detail.querySelector(reason) ? writeIn(reason) : replyInstead();
}

// Who presses `x` goes on to type why. With nothing to reject those letters would be keys: they go into a reply.
function replyInstead() {
  if (writeIn("[data-key-reply]")) {
    announce("There is no suggestion to decide here: what you type is a reply.", "warning");
  }
}

// What the other translations say stands open where there is room for it, or as it was last left, card after card.
let areOthersOpen = matchMedia("(min-width: 75rem)").matches;

function showOthers() {
  for (const others of detail.querySelectorAll("details.others")) others.open ||= areOthersOpen;
}

function turnOthers() {
  const others = detail.querySelector("details.others");
  if (!others) return announce("Nothing to do here for that key.", "warning");
  areOthersOpen = !others.open;
  others.open = areOthersOpen;
}

detail?.addEventListener("htmx:afterSwap", showOthers);
detail?.addEventListener("click", (event) => {
  const others = event.target.closest("details.others > summary")?.parentElement;
  if (others) areOthersOpen = !others.open;
});

function takeIt() {
  const select = detail.querySelector("select[data-me]");
  if (!select) return false;
  select.value = select.dataset.me;
  select.form.requestSubmit();
  return true;
}

// Settled here: say so in the list, and go on. The row stays where it is, so that nothing jumps and `k` leads back.
document.addEventListener("thread-changed", (event) => {
  const { thread, state, undo } = event.detail;
  const row = rows.find((one) => one.dataset.row === String(thread));
  if (!row) return;
  const wasOpen = isUnsettled(row);
  row.dataset.state = state;
  row.classList.toggle("settled", !isUnsettled(row));
  row.querySelector("[data-done]").textContent = SAID.get(state) ?? "";
  tally();
  if (wasOpen && !isUnsettled(row)) {
    const next = nextOpen(row);
    if (next) setTimeout(() => choose(next), 0);
    else if (!undo) announce("The last one on this page is done.");
  }
});

function nextOpen(row) {
  const at = rows.indexOf(row);
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find(isUnsettled);
}

function tally() {
  const done = rows.filter((row) => !isUnsettled(row)).length;
  const place = document.querySelector("[data-tally]");
  if (place) place.textContent = done ? `; ${done} of ${rows.length} on this page settled` : "";
}

queue?.addEventListener("click", (event) => {
  const row = event.target.closest("[data-row]");
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(row);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && detail?.contains(event.target)) detail.querySelector("[data-thread]")?.focus();
});

const hasRows = () => rows.length > 0;
const mayTalk = () => detail.querySelector("[data-key-reply]") !== null;

if (queue) {
  bindKeys("The queue", [
    { key: "j", says: "the next discussion", run: () => choose(step(1)), when: hasRows },
    { key: "k", says: "the discussion before", run: () => choose(step(-1)), when: hasRows },
    { key: "Enter", says: "open the passage in the comparison", run: openPassage, when: hasRows },
    {
      key: "r",
      says: "resolve and go on; reopen what is resolved",
      run: () => press("[data-key-settle]"),
      when: mayTalk,
    },
    { key: "a", says: "accept the suggestion", run: accept, when: mayTalk },
    { key: "x", says: "reject the suggestion, with a reason", run: reject, when: mayTalk },
    { key: "c", says: "reply (Ctrl+Enter sends)", run: () => writeIn("[data-key-reply]"), when: mayTalk },
    { key: "g", says: "assign it to me", run: takeIt, when: mayTalk },
    { key: "o", says: "what the other translations say", run: turnOthers, when: hasRows },
  ]);
  showOthers();
  tally();
  if (areKeysOn()) document.querySelector("[data-hints]")?.removeAttribute("hidden");
}

function openPassage(event) {
  if (event.target.closest("a, button, summary")) return false;
  detail.querySelector("[data-key-open]")?.click();
  return true;
}
