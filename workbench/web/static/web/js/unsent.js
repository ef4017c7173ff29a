// Words that were typed and not sent survive leaving: a form with `data-draft` that comes up again has them in it, and
// says so, until they are sent or discarded.
import { allDrafts, forgetDraft, MINE, person, readDraft, saidOf, writeDraft } from "./drafts.js";
import { say } from "./words.js";

const met = new WeakSet();
const keys = new WeakMap();
const sent = new WeakSet(); // forms whose words were taken; a field that is left then says once more that it changed

const anchorsOf = (form) => [...form.querySelectorAll("input[name=anchor]")].map((field) => field.value);
const addressOf = (form) => new URL(form.action).pathname;
const isTyped = (field) => field.matches("textarea, input:not([type]), input[type=text]");

export function keyOf(form) {
  return [MINE + addressOf(form), ...anchorsOf(form)].join(" ");
}

function fieldsOf(form) {
  const kinds = "textarea, select, input:not([type]), input[type=text], input[type=checkbox], input[name=version]";
  return [...form.elements].filter((field) => field.name && field.matches(kinds));
}

function valueOf(field) {
  return field.type === "checkbox" ? field.checked : field.value;
}

function nameWords(item) {
  const [siglum, quote] = [".siglum", "q"].map((part) => item.querySelector(part)?.textContent ?? "");
  return `${siglum} “${quote}”`;
}

function draftOf(form) {
  const words = [...form.querySelectorAll(".chosen li")].map(nameWords);
  const values = fieldsOf(form).map((field) => [field.name, valueOf(field)]);
  return { address: addressOf(form), page: location.href, anchors: anchorsOf(form), words, values, at: Date.now() };
}

function keep(form) {
  const key = keyOf(form);
  const former = keys.get(form);
  if (former && former !== key) forgetDraft(former);
  keys.set(form, key);
  const hasWords = fieldsOf(form).some((field) => isTyped(field) && field.value !== field.defaultValue);
  if (hasWords) writeDraft(key, draftOf(form));
  else forgetDraft(key);
}

function fill(form) {
  const key = keyOf(form);
  const draft = readDraft(key);
  keys.set(form, key);
  if (!draft || form.querySelector("[role=alert], .errorlist")) return;
  const left = [...draft.values];
  for (const field of fieldsOf(form)) {
    const at = left.findIndex(([name]) => name === field.name);
    if (at < 0) continue;
    const [[, value]] = left.splice(at, 1);
    if (value === valueOf(field)) continue;
    if (field.type === "checkbox") field.checked = value;
    else field.value = value;
    for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
  form.prepend(lineOf(form, draft));
}

function lineOf(form, { at }) {
  const line = Object.assign(document.createElement("p"), { className: "unsent quiet" });
  const discard = Object.assign(document.createElement("button"), { type: "button", textContent: say("Discard") });
  discard.className = "link";
  discard.addEventListener("click", () => {
    forgetDraft(keyOf(form));
    form.reset();
    line.remove();
    form.querySelector("textarea")?.focus();
  });
  line.append(say("Not sent yet: your words of %(when)s.", { when: saidOf(at) }), " ", discard);
  return line;
}

// A list of discussions shows in which of them words wait to be sent; what was sent waits no more.
function badge() {
  for (const badge of document.querySelectorAll(".unsent-badge")) {
    badge.previousSibling?.remove();
    badge.remove();
  }
  for (const { address } of allDrafts()) {
    const thread = /^\/threads\/([0-9]+)\/reply\/$/.exec(address)?.[1];
    const lines = thread && document.querySelectorAll(`#thread-${thread}-fold .byline, [data-row="${thread}"] .byline`);
    for (const line of lines ?? []) {
      if (line.querySelector(".unsent-badge")) continue;
      line.append(" ", Object.assign(document.createElement("span"), { className: "badge new unsent-badge" }));
      line.lastChild.textContent = say("not sent");
    }
  }
}

function meet(isAnswer) {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    if (met.has(form)) continue;
    met.add(form);
    if (!isAnswer) fill(form);
  }
  badge();
}

// What was posted without htmx was taken if the page that came instead does not hold the form again.
function settleSent() {
  const here = new Set([...document.querySelectorAll("form[data-draft]")].map(keyOf));
  for (const { key, isSent, ...draft } of allDrafts()) {
    if (isSent) here.has(key) ? writeDraft(key, draft) : forgetDraft(key);
  }
}

if (person) {
  settleSent();
  meet(false);
  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => {
      const form = event.target.form;
      if (name === "input") sent.delete(form);
      if (form?.matches("[data-draft]") && !sent.has(form)) keep(form);
    });
  }
  document.addEventListener("htmx:afterSettle", (event) => meet(event.detail.requestConfig?.verb === "post"));
  document.addEventListener("htmx:beforeOnLoad", ({ detail: { xhr, requestConfig } }) => {
    if (xhr.status >= 300 || !requestConfig.elt.matches?.("form[data-draft]")) return;
    sent.add(requestConfig.elt);
    forgetDraft(keyOf(requestConfig.elt));
  });
  document.addEventListener("submit", ({ target }) => {
    const draft = target.matches("[data-draft]:not([hx-post])") && readDraft(keyOf(target));
    if (draft) writeDraft(keyOf(target), { ...draft, isSent: true });
  });
}
