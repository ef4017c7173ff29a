// Which words answer which across languages: asked of the server once for each passage that somebody points at.
const known = new WeakMap(); // row → links, or null while they are on their way

const areaOf = (row) => row.closest("[data-links]");
const cellsOf = (row) => [...row.querySelectorAll("[data-variant][data-siglum]")];
export const mayLink = (row) => areaOf(row)?.dataset.mayLink === "";

function addressOf(row) {
  const cells = cellsOf(row);
  const base = cells.find((cell) => "base" in cell.dataset);
  if (!base || cells.length < 2) return null;
  const asked = new URLSearchParams({ base: base.dataset.siglum });
  for (const cell of cells) if (cell !== base) asked.append("with", cell.dataset.siglum);
  return `${areaOf(row).dataset.links.replace("/0/", `/${row.dataset.passage}/`)}?${asked}`;
}

// The links of a row, null where they are not there yet; `then` is called once they are.
export function linksOf(row, then = () => {}) {
  if (known.has(row)) return known.get(row);
  if (!areaOf(row)) return [];
  known.set(row, null);
  load(row).then(then);
  return null;
}

// Ask for the links of a row, or say something of them; tells whether it was answered.
async function load(row, options = { headers: { accept: "application/json" } }) {
  const address = addressOf(row);
  const response = address ? await fetch(address, options) : null;
  if (response?.ok) known.set(row, (await response.json()).links);
  else if (!known.get(row)) known.set(row, []);
  return response?.ok ?? false;
}

// Say that two words ({ cell, start, end }, code points) answer each other ("confirmed"), or do not ("parted").
export function sayOfWords(row, verdict, left, right, reason = "") {
  const body = new URLSearchParams({ verdict, reason });
  for (const [side, word] of [["left", left], ["right", right]]) {
    body.set(side, word.cell.dataset.variant);
    body.set(`${side}_start`, word.start);
    body.set(`${side}_end`, word.end);
  }
  const token = JSON.parse(document.body.getAttribute("hx-headers"))["x-csrftoken"];
  return load(row, { method: "POST", body, headers: { "x-csrftoken": token, accept: "application/json" } });
}

const overlap = ([a, b], [c, d]) => a < d && c < b;

// From spans of one cell to those of another that answer them: [start, end, score].
export function answering(links, from, to, spans) {
  const found = [];
  for (const { base, other, answers } of links ?? []) {
    const forth = String(base) === from.dataset.variant && String(other) === to.dataset.variant;
    const back = String(other) === from.dataset.variant && String(base) === to.dataset.variant;
    if (!forth && !back) continue;
    for (const [left, right, score] of answers) {
      const [mine, theirs] = forth ? [left, right] : [right, left];
      if (mine.some((one) => spans.some((span) => overlap(one, span)))) {
        found.push(...theirs.map((one) => [...one, score]));
      }
    }
  }
  return found;
}
