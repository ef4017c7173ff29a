// The queue's filters, which act when they are changed, and what is done with several discussions at once.
import { announce } from "./announce.js";
import { offerUndo } from "./undoing.js";

export function turnChoice() {
  document.querySelector("[data-row]:has(a[aria-current]) input[name=thread]")?.click();
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-row] input[name=thread]")) sayChosen();
});

function sayChosen() {
  const place = document.querySelector("[data-chosen]");
  const count = document.querySelectorAll("[data-row] input[name=thread]:checked").length;
  if (place) place.textContent = `${count} chosen:`;
}

// The line that says what was done with several is a notice with its way back, as everywhere.
function tellBatch() {
  const done = document.querySelector("[data-batch-done]");
  if (!done) return;
  done.hidden = true;
  offerUndo(done.querySelector("span").textContent, () => done.requestSubmit());
}

function begin() {
  sayChosen();
  tellBatch();
}
begin();

// What is not asked for does not stand in the address, and how much was found is said.
document.addEventListener("htmx:configRequest", ({ detail: { elt, parameters } }) => {
  if (!elt.matches(".filters")) return;
  for (const [name, value] of Object.entries(parameters)) if (!value) delete parameters[name];
});
document.addEventListener("htmx:afterSettle", ({ detail: { elt } }) => {
  if (elt.id !== "queue-page") return;
  begin();
  announce(elt.querySelector("[data-count]")?.textContent ?? "Nothing waits here.");
});
