// Not a module on purpose: it runs before the first paint, so that a chosen theme never flashes.
(function () {
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden: then the system's choice holds.
  }
})();
