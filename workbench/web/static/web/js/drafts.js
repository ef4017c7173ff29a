// What was typed and not sent, on this machine: a draft a person and place, forgotten when nobody comes back to it.
const LASTS = 90 * 24 * 3600 * 1000;
export const person = document.body.dataset.person ?? "";
export const MINE = `unsent ${person} `;

function storage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null; // forbidden: then nothing is kept
  }
}

export function readDraft(key) {
  try {
    return JSON.parse(storage()?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

export function writeDraft(key, draft) {
  try {
    storage()?.setItem(key, JSON.stringify(draft));
  } catch {
    // full: what is typed stays in the form
  }
}

export function forgetDraft(key) {
  storage()?.removeItem(key);
}

// This person's drafts, the oldest first; what nobody came back to for long is forgotten.
export function allDrafts() {
  const found = Object.keys(storage() ?? {}).filter((key) => key.startsWith(MINE)).map((key) => ({
    key,
    ...readDraft(key),
  }));
  for (const { key, at } of found) if (!(Date.now() - at < LASTS)) forgetDraft(key);
  return found.filter(({ at }) => Date.now() - at < LASTS).sort((one, other) => one.at - other.at);
}

export function saidOf(at) {
  const said = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
  const { lang } = document.documentElement;
  return new Date(at).toLocaleString(lang === "en" ? "en-GB" : lang, said);
}
