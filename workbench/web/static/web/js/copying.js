// Words copied from a text are the text's own: what is said to those who hear the page, carets, struck words and the
// numbers of an apparatus are not copied with them.
import { TEXT } from "./offsets.js";

// The own words of the texts of a selection, a text after the other; "" where it lies in none, or reaches beyond texts.
export function ownWords(selection) {
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  const around = range?.commonAncestorContainer;
  const element = around?.nodeType === Node.ELEMENT_NODE ? around : around?.parentElement;
  if (!element?.closest(TEXT)) return "";
  const copied = range.cloneContents();
  for (const foreign of copied.querySelectorAll("[data-foreign]")) foreign.remove();
  return element.closest("[data-foreign]") ? "" : copied.textContent;
}

document.addEventListener("copy", (event) => {
  const words = ownWords(getSelection());
  if (!words) return;
  event.clipboardData.setData("text/plain", words);
  event.preventDefault();
});
