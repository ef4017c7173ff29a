// A form whose answer takes some seconds: its button is pressed once, and a sentence says what is going on.
import { announce } from "./announce.js";
import { say } from "./words.js";

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-busy]");
  if (!form) return;
  const button = event.submitter ?? form.querySelector("button.primary");
  button.setAttribute("aria-disabled", "true");
  button.dataset.label = button.textContent;
  button.textContent = say("One moment …");
  form.setAttribute("aria-busy", "true");
  announce(form.dataset.busy);
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("button[aria-disabled=true]")) event.preventDefault();
});

// Who comes back with the browser's own button finds the form as it was.
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("form[data-busy] button[aria-disabled]")) {
    button.textContent = button.dataset.label;
    button.removeAttribute("aria-disabled");
  }
});
