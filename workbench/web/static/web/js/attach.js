// Lost words are attached again by selecting others in the text shown with the discussion: the form is filled in.
const CONTEXT = 24;

function selectedIn(selection) {
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const excerpt = range.commonAncestorContainer.parentElement?.closest("[data-excerpt]");
  if (!excerpt) return null;
  const before = document.createRange();
  before.setStart(excerpt.querySelector("blockquote") ?? excerpt, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return { excerpt, quote: range.toString(), before: before.toString() };
}

document.addEventListener("selectionchange", () => {
  const selected = selectedIn(getSelection());
  const card = selected?.excerpt.closest("[data-thread]");
  const form = card?.querySelector(`form[data-attach="${CSS.escape(selected.excerpt.dataset.excerpt)}"]`);
  if (!form || !selected.quote.trim()) return;
  const leading = selected.quote.length - selected.quote.trimStart().length;
  const before = selected.before + selected.quote.slice(0, leading);
  form.closest("details")?.setAttribute("open", "");
  form.elements.quote.value = selected.quote.trim();
  form.elements.before.value = before.replace(/^… /, "").slice(-CONTEXT);
});
