// From places in the page to places in the stored text. The server counts Unicode code points of the text; the browser
// counts UTF-16 units of text nodes, some of which (inside [data-foreign]) are no part of the text.

export const TEXT = "[data-variant][data-revision]";

export function ownTextNodes(cell) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, (node) => {
    const foreign = node.parentElement.closest("[data-foreign]");
    return foreign && cell.contains(foreign) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

export function textOf(cell) {
  return ownTextNodes(cell).map((node) => node.data).join("");
}

export function countPoints(text) {
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

// The UTF-16 offset in the cell's text of a boundary point (node, offset) anywhere inside the cell.
export function unitsBefore(cell, node, offset) {
  const before = document.createRange();
  before.setStart(cell, 0);
  before.setEnd(node, offset);
  let units = 0;
  for (const own of ownTextNodes(cell)) {
    if (own === node) return units + offset;
    if (before.comparePoint(own, own.length) > 0) return units;
    units += own.length;
  }
  return units;
}

// A range over the UTF-16 units start..end of the cell's text.
export function rangeOf(cell, start, end) {
  const range = document.createRange();
  let passed = 0;
  let begun = false;
  for (const own of ownTextNodes(cell)) {
    const last = passed + own.length;
    if (!begun && start < last) {
      range.setStart(own, start - passed);
      begun = true;
    }
    if (begun && end <= last) {
      range.setEnd(own, end - passed);
      return range;
    }
    passed = last;
  }
  return null;
}

// Widen to whole words and drop white space at both ends; null where nothing is left.
export function snapToWords(text, start, end, language) {
  while (start < end && /\s/u.test(text[start])) start += 1;
  while (end > start && /\s/u.test(text[end - 1])) end -= 1;
  if (start >= end) return null;
  const segments = segmenterFor(language).segment(text);
  const first = segments.containing(start);
  const last = segments.containing(end - 1);
  return { start: first.index, end: last.index + last.segment.length };
}

function segmenterFor(language) {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: "word" });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: "word" });
  }
}

// The words of one text that a selection covers, as the server wants them, or null.
export function pickWords(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const cells = [cellOf(selection.anchorNode), cellOf(selection.focusNode)].filter(Boolean);
  for (const cell of new Set(cells)) {
    const pick = pickIn(cell, selection.getRangeAt(0));
    if (pick) return pick;
  }
  return null;
}

// A drag that began just outside of a text may begin at the end of the text before it, where it covers no word.
function pickIn(cell, selected) {
  const range = clamp(selected, cell);
  const from = unitsBefore(cell, range.startContainer, range.startOffset);
  const to = unitsBefore(cell, range.endContainer, range.endOffset);
  return pickUnits(cell, from, to);
}

// Whole words from the UTF-16 units start..end of the cell's text, as the server wants them, or null.
function pickUnits(cell, start, end) {
  const text = textOf(cell);
  const words = snapToWords(text, start, end, cell.closest("[lang]")?.lang);
  if (!words) return null;
  return {
    cell,
    range: rangeOf(cell, words.start, words.end),
    quote: text.slice(words.start, words.end),
    siglum: cell.dataset.siglum,
    place: [
      cell.dataset.variant,
      cell.dataset.revision,
      countPoints(text.slice(0, words.start)),
      countPoints(text.slice(0, words.end)),
    ].join(":"),
  };
}

// The words that "variant:revision:start:end" names, where a text of the passage still has that revision; else null.
export function pickAt(passage, place) {
  const [variant, revision, start, end] = place.split(":");
  const cell = passage.querySelector(`[data-variant="${variant}"][data-revision="${revision}"]`);
  const points = cell && [...textOf(cell)];
  if (!points) return null;
  const [from, to] = [start, end].map((at) => points.slice(0, Number(at)).join("").length);
  return {
    cell,
    range: rangeOf(cell, from, to),
    quote: textOf(cell).slice(from, to),
    siglum: cell.dataset.siglum,
    place,
  };
}

// The words from the first to the last of some elements inside a cell.
export function pickElements(cell, elements) {
  const nodes = ownTextNodes(cell);
  const inside = nodes.filter((node) => [...elements].some((element) => element.contains(node)));
  if (!inside.length) return null;
  const start = unitsBefore(cell, inside[0], 0);
  return pickUnits(cell, start, unitsBefore(cell, inside.at(-1), inside.at(-1).length));
}

function cellOf(node) {
  return (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest(TEXT) ?? null;
}

// A selection may run over into other texts: only what lies in the one where it began counts.
function clamp(range, cell) {
  const clamped = range.cloneRange();
  const whole = document.createRange();
  whole.selectNodeContents(cell);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
    clamped.setStart(whole.startContainer, whole.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
    clamped.setEnd(whole.endContainer, whole.endOffset);
  }
  return clamped;
}
