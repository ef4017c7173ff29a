// Buttons that copy the text of another element: <button data-copy="its id" data-done="what to say then" hidden>.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = button.dataset.done;
    } catch {
      getSelection()?.selectAllChildren(source); // Not allowed: then the text is at least selected.
    }
  });
}
