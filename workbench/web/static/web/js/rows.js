// The page as it stands on the server now, and its texts put in place of the ones shown: nothing else moves.

// The page anew; with `only` (a passage's id) as little of it as holds that passage.
export async function fetchPage(only = "") {
  const address = new URL(location.href);
  if (only && document.querySelector("[data-rows]")) address.searchParams.set("only", only);
  const response = await fetch(address.pathname + address.search, { headers: { accept: "text/html" } });
  return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
}

// The texts are drawn anew; the notes are not, for somebody may be typing in one, and so may they in a text.
export function refreshTexts(row, fresh) {
  const cells = row.querySelectorAll(".cell");
  const freshCells = fresh.querySelectorAll(".cell");
  if (cells.length !== freshCells.length) return;
  cells.forEach((cell, place) => {
    if (!cell.querySelector("form:not([data-verdict])")) replace(cell, freshCells[place]);
  });
  for (const part of [".suggestions", ".under"]) {
    const [old, now] = [row.querySelector(part), fresh.querySelector(part)];
    if (old && now) replace(old, now);
  }
}

function replace(old, now) {
  if (now.matches("details")) now.open = old.open;
  const adopted = document.adoptNode(now);
  old.replaceWith(adopted);
  htmx.process(adopted);
}

// A note of the page as it is now, put among those shown: before the first one that follows it there.
export function putInOrder(notes, note) {
  let next = note.nextElementSibling;
  while (next && !document.getElementById(next.id)) next = next.nextElementSibling;
  const before = next && document.getElementById(next.id);
  notes.insertBefore(document.adoptNode(note), before?.parentElement === notes ? before : null);
}

export async function refreshAllTexts() {
  const page = await fetchPage();
  if (!page) return false;
  for (const row of document.querySelectorAll("[data-passage][id]")) {
    const fresh = page.getElementById(row.id);
    if (fresh) refreshTexts(row, fresh);
  }
  return true;
}
