// The switch for system, light and dark in the masthead; the choice is kept in localStorage.
import { say } from "./words.js";

const themes = ["system", "light", "dark"];
const labels = { system: say("Theme: system"), light: say("Theme: light"), dark: say("Theme: dark") };
const button = document.querySelector("[data-theme-switch]");

function currentTheme() {
  return document.documentElement.dataset.theme ?? "system";
}

function applyTheme(theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage may be forbidden: the choice then lasts for this page.
  }
  button.textContent = labels[theme];
}

if (button) {
  button.closest("[hidden]")?.removeAttribute("hidden");
  button.textContent = labels[currentTheme()];
  button.addEventListener("click", () => {
    applyTheme(themes[(themes.indexOf(currentTheme()) + 1) % themes.length]);
  });
}
