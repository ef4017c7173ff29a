// Before the first paint: Swagger UI is dark where the workbench is, by the person's choice or the system's.
"use strict";

(function () {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage may be forbidden: then the system's choice holds.
  }
  function apply() {
    const isDark = chosen === "dark" || (chosen !== "light" && dark.matches);
    document.documentElement.classList.toggle("dark-mode", isDark);
  }
  apply();
  dark.addEventListener("change", apply);
})();
