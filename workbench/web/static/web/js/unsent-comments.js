// Comments that were begun on a page of texts and not sent: the margin of their passage asks whether to go on with them.
import { announce } from "./announce.js";
import { openComposer, writeLinkOf } from "./composer.js";
import { allDrafts, forgetDraft, readDraft, saidOf, writeDraft } from "./drafts.js";
import { pickAt } from "./offsets.js";
import { commentOnAll } from "./selection.js";
import { keyOf } from "./unsent.js";
import { say } from "./words.js";

const passages = () => [...document.querySelectorAll("[data-passage]")];

function passageOfDraft({ address }) {
  return passages().find((passage) => writeLinkOf(passage)?.pathname === address) ?? null;
}

// The words it is about may have been changed meanwhile: they are shown as they were.
export async function goOn(passage, draft) {
  const picks = draft.anchors.map((place) => pickAt(passage, place) ?? { place });
  if (picks.length && picks.every(({ range }) => range)) await commentOnAll(picks);
  else await openComposer(passage, picks);
  const quotes = passage.querySelectorAll(".composer .chosen li");
  quotes.forEach((item, at) => {
    const quote = item.querySelector("q");
    if (!quote.textContent.trim()) quote.replaceWith(draft.words[at] ?? "");
  });
}

function button(label, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  made.addEventListener("click", act);
  return made;
}

function offer(passage, draft) {
  const line = Object.assign(document.createElement("div"), { className: "unsent-offer" });
  const about = [...draft.words, gistOf(draft)].join(": ");
  line.append(say("Not sent, of %(when)s:", { when: saidOf(draft.at) }), ` ${about} `);
  line.append(button(say("Go on"), () => goOn(passage, draft)), " ");
  line.append(button(say("Discard"), () => {
    forgetDraft(draft.key);
    line.remove();
    announce(say("What was not sent is discarded."), "success", { label: say("Undo"), run: () => restore(draft) });
  }));
  passage.querySelector("[data-composer-place]").before(line);
}

function gistOf({ values }) {
  const said = values.find(([name, value]) => ["body", "suggestion"].includes(name) && value)?.[1] ?? "";
  return `“${said.length > 60 ? `${said.slice(0, 58)}…` : said}”`;
}

function restore({ key, ...draft }) {
  writeDraft(key, draft);
  offerAll();
}

function offerAll() {
  for (const line of document.querySelectorAll(".unsent-offer")) line.remove();
  const open = new Set([...document.querySelectorAll("form[data-composer]")].map(keyOf));
  for (const draft of allDrafts()) {
    const passage = open.has(draft.key) ? null : passageOfDraft(draft);
    if (passage) offer(passage, draft);
  }
}

// Who cancels what is typed may have meant another button.
document.addEventListener("composer-cancelled", ({ detail: { form } }) => {
  const key = keyOf(form);
  const draft = readDraft(key);
  forgetDraft(key);
  if (!draft) return;
  const passage = passageOfDraft(draft);
  const run = () => {
    writeDraft(key, draft);
    goOn(passage, draft);
  };
  announce(say("The comment is discarded."), "success", { label: say("Undo"), run });
});
document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  if (elt.matches("[data-composer-place], [data-composer]")) offerAll();
});
offerAll();
