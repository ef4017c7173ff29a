// What a reader is about to say is kept on their own machine until it is sent; words that they select are taken over.
const form = document.querySelector("form[data-saying]");
const address = location.pathname.replace(/words\/$/, "");
const KEY = `unsent words ${address}`;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}

function keep(values) {
  try {
    if (values) localStorage.setItem(KEY, JSON.stringify(values));
    else localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing loses nothing but this
  }
}

function fields() {
  return [...form.elements].filter((field) => field.name && field.name !== "website");
}

function takeSelected() {
  const selection = document.getSelection();
  const text = selection.anchorNode?.parentElement?.closest(".text[data-siglum]");
  const words = selection.toString().trim();
  if (!text?.contains(selection.focusNode) || !words || !text.textContent.includes(words)) return;
  form.elements.siglum.value = text.dataset.siglum;
  form.elements.quote.value = words;
}

if (document.querySelector("[data-said]")) keep(null);
if (form) {
  const values = kept();
  for (const field of fields()) field.value ||= values[field.name] ?? "";
  if (values.body) form.closest("details").open = true;
  form.addEventListener("input", () => keep(Object.fromEntries(fields().map((field) => [field.name, field.value]))));
  document.addEventListener("selectionchange", takeSelected);
}
