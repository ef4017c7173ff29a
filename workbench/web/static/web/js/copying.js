// Words copied from a page are clean: what is said to those who hear the page, carets, struck words and the numbers of an
// apparatus are not copied with them. From one text to another only the texts' own words are; else each block is a line.
const FOREIGN = "[data-foreign], .hidden-words";
const BLOCKS = "p, li, tr, dt, dd, h1, h2, h3, blockquote, figure, article";
const elementOf = (node) => node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
const textAround = (node) => elementOf(node)?.closest(".text") ?? null;

// The words of a selection as they are copied; "" to leave it to the browser.
export function ownWords(selection) {
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range || elementOf(range.commonAncestorContainer).closest(FOREIGN)) return "";
  const [first, last] = [range.startContainer, range.endContainer].map(textAround);
  if (first && last) return textsIn(range).join("\n");
  const copied = range.cloneContents();
  return copied.querySelector(FOREIGN) ? lines(copied) : "";
}

function textsIn(range) {
  const texts = [...document.querySelectorAll(".text:not(textarea)")].filter((text) => range.intersectsNode(text));
  return texts.map((text) => bare(within(range, text)).textContent).filter((words) => words.trim());
}

function within(range, text) {
  const part = range.cloneRange();
  if (!text.contains(part.startContainer)) part.setStart(text, 0);
  if (!text.contains(part.endContainer)) part.setEnd(text, text.childNodes.length);
  return part.cloneContents();
}

function bare(copied) {
  for (const foreign of copied.querySelectorAll(FOREIGN)) foreign.remove();
  return copied;
}

function lines(copied) {
  for (const block of bare(copied).querySelectorAll(BLOCKS)) block.append("\n");
  return copied.textContent.replace(/[^\S\n]+/g, " ").replace(/ ?\n\s*/g, "\n").trim();
}

// Words with where they stand: what, in which translation, and the address of the passage.
export function cited({ cell, quote }) {
  const link = cell.closest("[data-passage]")?.querySelector(".reference a");
  const address = link ? link.href : location.href.replace(/#.*/, "");
  return `“${quote}” (${cell.dataset.cite}, ${address})`;
}

document.addEventListener("copy", (event) => {
  if (event.target.closest?.("textarea, input")) return;
  const words = ownWords(getSelection());
  if (!words) return;
  event.clipboardData.setData("text/plain", words);
  event.preventDefault();
});
