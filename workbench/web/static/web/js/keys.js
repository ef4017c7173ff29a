// One map of keys for the page: modules bind theirs (`bindKeys`: queue.js, reading-keys.js ...), `?` shows them all, and all can be switched off for good.
import { announce } from "./announce.js";
import { say } from "./words.js";

const sections = [];
const bound = new Map();

export function areKeysOn() {
  try {
    return localStorage.getItem("keys") !== "off";
  } catch {
    return true;
  }
}

function switchKeys(isOn) {
  try {
    if (isOn) localStorage.removeItem("keys");
    else localStorage.setItem("keys", "off");
  } catch {
    // Storage may be forbidden: then they stay on.
  }
  announce(isOn ? say("The keys are on.") : say("The keys are off."));
}

// keys: [{ key: "j", says: "the next passage", run: () => {}, when: () => true }]; the map has what `when` allows just then.
export function bindKeys(title, keys) {
  if (!sections.length) begin();
  sections.push({ title, keys });
  for (const { key, run } of keys) bound.set(key, run);
}

function isTyping(target) {
  return target.isContentEditable || target.matches?.("input:not([type=checkbox], [type=radio]), textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!areKeysOn() || isTyping(event.target) || document.querySelector("dialog[open]")) return;
  const run = bound.get(event.key);
  if (run && run(event) !== false) event.preventDefault();
});

const dialog = document.createElement("dialog");
dialog.className = "keys";
dialog.setAttribute("aria-labelledby", "keys-title");
document.body.append(dialog);

function showKeys() {
  const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: say("Keys") });
  dialog.replaceChildren(title, ...sections.flatMap(sectionOf), switchOf(), closer());
  dialog.showModal();
}

function sectionOf({ title, keys }) {
  const usable = keys.filter(({ when }) => !when || when());
  return usable.length ? listed(title, usable) : [];
}

function listed(title, keys) {
  const heading = Object.assign(document.createElement("h3"), { textContent: title });
  const list = document.createElement("dl");
  for (const { key, says } of keys) {
    const name = document.createElement("dt");
    name.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    list.append(name, Object.assign(document.createElement("dd"), { textContent: says }));
  }
  return [heading, list];
}

function switchOf() {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: areKeysOn() });
  box.addEventListener("change", () => switchKeys(box.checked));
  label.append(box, ` ${say("Keys do something on these pages")}`);
  const line = Object.assign(document.createElement("p"), { className: "switch" });
  line.append(label);
  return line;
}

function closer() {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: say("Close"),
    autofocus: true,
  });
  button.addEventListener("click", () => dialog.close());
  return button;
}

function addOpener() {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "link",
    textContent: say("Keys"),
  });
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", showKeys);
  const item = document.createElement("li");
  item.append(button);
  document.querySelector(".places")?.append(item);
}

// Pages without keys of their own have no map of them either.
function begin() {
  const keys = [{ key: "?", says: say("this map of keys"), run: showKeys }];
  sections.push({ title: say("Everywhere"), keys });
  bound.set("?", showKeys);
  addOpener();
}
