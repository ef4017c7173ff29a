// Discussions on any page: refusals are shown where they belong, the page around a thread follows what is done to it.
import { announce } from "./announce.js";
import "./mentions.js";
import "./unsent.js";
import { fetchPage, putInOrder, refreshTexts } from "./rows.js";
import { offerUndo } from "./undoing.js";
import { say } from "./words.js";

// htmx leaves refusals alone. Ours come as the form that was sent, with what was typed and why it was refused.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const isForm = [403, 409, 412, 422].includes(xhr.status) && !/^\s*<!doctype/i.test(xhr.responseText);
  if (isForm) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    announce(say("This could not be sent. What you typed is still here; try again."), "error");
  });
}

// A thread was swapped: the focus goes to it, or into the field that was refused.
document.addEventListener("htmx:afterSettle", (event) => {
  const thread = event.detail.elt.closest?.("[data-thread], [data-composer]");
  if (!thread || !document.contains(thread) || event.detail.requestConfig?.verb !== "post") return;
  const refused = thread.querySelector("[role=alert]");
  const field = refused && fieldOf(refused);
  (field ?? thread).focus({ preventScroll: !refused });
});

function fieldOf(refused) {
  const form = refused.closest("form") ??
    refused.parentElement.querySelector("form:has(textarea, input:not([type=hidden]))");
  return form?.querySelector("textarea, input:not([type=hidden])");
}

document.addEventListener("thread-changed", (event) => follow(event.detail));
document.addEventListener("thread-opened", (event) => follow(event.detail));

async function follow({ thread, passage, done, undo }) {
  offerUndo(done, undo ? () => takeBack(thread, undo) : null);
  const row = document.querySelector(`#p-${passage}`);
  if (!row) return;
  const fresh = (await fetchPage(passage))?.querySelector(`#p-${passage}`);
  if (!fresh) return;
  refreshTexts(row, fresh);
  const note = bringNote(row, fresh, thread);
  document.dispatchEvent(new CustomEvent("passage-refreshed", { detail: { passage, thread } }));
  note?.focus();
}

// The card may have been left behind meanwhile: then only the event is told.
function takeBack(thread, { address, ...values }) {
  const card = document.querySelector(`#thread-${thread}`);
  const shape = card?.matches(".margin-note") ? "margin" : "full";
  return htmx.ajax("POST", address, {
    target: card ?? "body",
    swap: card ? "outerHTML" : "none",
    values: { shape, ...values },
  });
}

function bringNote(row, fresh, thread) {
  const isThere = row.querySelector(`#thread-${thread}`);
  const note = fresh.querySelector(`#thread-${thread}`);
  const margin = row.querySelector("[data-margin]");
  if (isThere || !note || !margin) return null;
  note.querySelector("details")?.setAttribute("open", "");
  putInOrder(margin.querySelector("[data-notes]"), note);
  htmx.process(note);
  return note;
}

// Ctrl+Enter sends what is being typed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form");
  if (event.target.matches?.("textarea, input") && form) {
    event.preventDefault();
    form.requestSubmit(form.querySelector("button:not([name], [type=button])"));
  }
});

// An address may lead to a thread: open it.
function openAddressed() {
  const target = document.getElementById(location.hash.slice(1));
  const details = target?.matches("[data-thread]")
    ? target.querySelector("details")
    : target?.closest("[data-thread] > details");
  if (details) details.open = true;
  if (details) target.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", openAddressed);
// Not before htmx listens: what is opened fetches its forms.
if (document.readyState === "complete") openAddressed();
else addEventListener("load", openAddressed);
