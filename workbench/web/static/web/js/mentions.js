// In a comment `@` offers the people who may see the work, `§` the rules of its style guide; letters after it choose
// among them, arrows too; Enter or Tab puts the name or the mark there.
const SIGNS = [
  { begun: /(?:^|[^\w@.+\/-])@([\w.+-]{0,40})$/, kind: "people", label: () => say("People") },
  { begun: /(?:^|[^\p{L}\p{N}_§])§([\p{L}\p{M}\p{N}_.-]{0,40})$/u, kind: "rules", label: () => say("Style guide") },
];
const list = Object.assign(document.createElement("ul"), { id: "people", className: "people", hidden: true });
list.setAttribute("role", "listbox");

let field = null;
let begun = "";
let asked = null;

function options() {
  return [...list.children];
}

function chosen() {
  return list.querySelector("[aria-selected=true]");
}

function close() {
  list.hidden = true;
  field?.removeAttribute("aria-activedescendant");
  field?.removeAttribute("aria-controls");
  asked?.abort();
  asked = null;
}

function choose(option) {
  for (const other of options()) other.setAttribute("aria-selected", String(other === option));
  field.setAttribute("aria-activedescendant", option.id);
}

function optionOf({ name, shown }, at) {
  const option = Object.assign(document.createElement("li"), { id: `people-${at}` });
  option.setAttribute("role", "option");
  option.dataset.name = name;
  option.textContent = shown === name ? name : `${shown} `;
  if (shown !== name) {
    option.append(Object.assign(document.createElement("span"), { className: "quiet", textContent: name }));
  }
  return option;
}

function show(offered, label) {
  if (!offered.length) return close();
  list.setAttribute("aria-label", label);
  list.replaceChildren(...offered.map(optionOf));
  field.after(list);
  field.setAttribute("aria-controls", list.id);
  list.hidden = false;
  choose(list.firstElementChild);
}

async function offer(target) {
  const before = target.value.slice(0, target.selectionStart);
  const sign = SIGNS.find((one) => target.dataset[one.kind] && one.begun.test(before));
  close();
  if (!sign) return;
  field = target;
  begun = sign.begun.exec(before)[1];
  asked = new AbortController();
  try {
    const address = `${target.dataset[sign.kind]}?q=${encodeURIComponent(begun)}`;
    const answer = await fetch(address, { signal: asked.signal });
    if (answer.ok) show((await answer.json())[sign.kind], sign.label());
  } catch {
    // Typed on meanwhile, or offline: then nothing is offered.
  }
}

function take(option) {
  const end = field.selectionStart;
  field.setRangeText(`${option.dataset.name} `, end - begun.length, end, "end");
  close();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const KEYS = {
  ArrowDown: () => choose(chosen().nextElementSibling ?? list.firstElementChild),
  ArrowUp: () => choose(chosen().previousElementSibling ?? list.lastElementChild),
  Enter: () => take(chosen()),
  Tab: () => take(chosen()),
  Escape: close,
};

document.addEventListener("input", (event) => {
  if (event.target.matches?.("textarea[data-people]")) offer(event.target);
});

document.addEventListener("keydown", (event) => {
  const run = KEYS[event.key];
  if (list.hidden || event.target !== field || !run || event.ctrlKey || event.metaKey || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  run();
}, { capture: true });

list.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  const option = event.target.closest("[role=option]");
  if (option) take(option);
});

document.addEventListener("focusout", (event) => {
  if (event.target === field) close();
});
import { say } from "./words.js";
