// An edition read from a disk or any web server: which columns are shown, which words answer the one pointed at, and a
// search by the index that lies beside the pages. A classic script, for a browser loads no module from a disk; the pages
// read without it.
(() => {
  // --- columns -------------------------------------------------------------------------------------------
  const versions = [...document.querySelectorAll(".frozen-version[data-siglum]")];
  const sigla = [...new Set(versions.map((one) => one.dataset.siglum))];
  const KEY = `columns of ${document.querySelector(".imprint")?.textContent ?? ""}`;

  function remembered() {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? "[]");
    } catch {
      return [];
    }
  }

  function remember(hidden) {
    try {
      localStorage.setItem(KEY, JSON.stringify(hidden));
    } catch {
      // a browser that keeps nothing shows all columns on the next page
    }
  }

  function showColumns(hidden) {
    for (const one of versions) one.hidden = hidden.includes(one.dataset.siglum);
  }

  function offerColumns() {
    const box = document.createElement("fieldset");
    box.className = "edition-columns";
    box.append(Object.assign(document.createElement("legend"), { textContent: "Columns" }));
    const hidden = remembered();
    for (const siglum of sigla) {
      const label = document.createElement("label");
      const tick = Object.assign(document.createElement("input"), { type: "checkbox", value: siglum });
      tick.checked = !hidden.includes(siglum);
      label.append(tick, " ", siglum);
      box.append(label);
    }
    box.addEventListener("change", () => {
      const left = [...box.querySelectorAll("input:not(:checked)")].map((tick) => tick.value);
      remember(left);
      showColumns(left);
    });
    document.querySelector("h1").after(box);
    showColumns(hidden);
  }

  // --- words that answer each other ----------------------------------------------------------------------
  function ownNodes(text) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, (node) => {
      const foreign = node.parentElement.closest("[data-foreign]");
      return foreign && text.contains(foreign) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    });
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }

  const points = (text) => [...text].length;

  function placeOf(text, node, offset) {
    let passed = 0;
    for (const own of ownNodes(text)) {
      if (own === node) return passed + points(own.data.slice(0, offset));
      passed += points(own.data);
    }
    return -1;
  }

  function rangesOf(text, spans) {
    const ranges = [];
    let passed = 0;
    for (const own of ownNodes(text)) {
      const letters = [...own.data];
      for (const [start, end] of spans) {
        const [from, to] = [Math.max(start - passed, 0), Math.min(end - passed, letters.length)];
        if (from >= to) continue;
        const range = document.createRange();
        range.setStart(own, letters.slice(0, from).join("").length);
        range.setEnd(own, letters.slice(0, to).join("").length);
        ranges.push(range);
      }
      passed += letters.length;
    }
    return ranges;
  }

  function wordAround(text, place) {
    const letters = [...ownNodes(text).map((own) => own.data).join("")];
    const isWord = (at) => /[\p{L}\p{N}\p{M}'’-]/u.test(letters[at] ?? "");
    if (!isWord(place)) return null;
    let [start, end] = [place, place + 1];
    while (isWord(start - 1)) start -= 1;
    while (isWord(end)) end += 1;
    return [start, end];
  }

  const partsOf = (agreement) =>
    agreement.split(",").filter(Boolean).map((part) => part.split(":").map((side) => side.split("-").map(Number)));

  // Where the parts of one side overlap a span, what answers on the other: letter by letter where they are as long.
  function answers(parts, span, from) {
    const found = [];
    for (const part of parts) {
      const [here, there] = from === 0 ? part : [part[1], part[0]];
      const [start, end] = [Math.max(span[0], here[0]), Math.min(span[1], here[1])];
      if (start >= end) continue;
      const isExact = here[1] - here[0] === there[1] - there[0];
      found.push(isExact ? [there[0] + start - here[0], there[0] + end - here[0]] : there);
    }
    return found;
  }

  function light(text, span) {
    const texts = [...text.closest(".frozen-versions").querySelectorAll(".text")];
    const siglumOf = (one) => one.closest("[data-siglum]").dataset.siglum;
    const baseOf = (one) => texts.find((other) => siglumOf(other) === one.dataset.against);
    const base = text.dataset.against ? baseOf(text) : text;
    const onBase = base === text ? [span] : answers(partsOf(text.dataset.agreement), span, 1);
    const lit = rangesOf(text, [span]);
    if (base && base !== text) lit.push(...rangesOf(base, onBase));
    for (const other of texts.filter((one) => one !== text && base && one.dataset.against === siglumOf(base))) {
      const parts = partsOf(other.dataset.agreement);
      lit.push(...rangesOf(other, onBase.flatMap((one) => answers(parts, one, 0))));
    }
    CSS.highlights.set("answering", new Highlight(...lit));
  }

  function point(event) {
    const text = event.target.closest?.(".frozen-version .text");
    const caret = text && (document.caretPositionFromPoint?.(event.clientX, event.clientY) ??
      legacyCaret(event.clientX, event.clientY));
    const place = caret ? placeOf(text, caret.offsetNode, caret.offset) : -1;
    const word = place < 0 ? null : wordAround(text, place) ?? wordAround(text, place - 1);
    if (word) light(text, word);
    else CSS.highlights.delete("answering");
  }

  function legacyCaret(x, y) {
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? { offsetNode: range.startContainer, offset: range.startOffset } : null;
  }

  // --- search --------------------------------------------------------------------------------------------
  const SHARDS = 64;
  const WORD =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;
  const ACCENT = /(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}]|[\u00ad\u200c\u200d]/gu;
  const shards = new Map();
  let entries = [];
  globalThis.editionEntries = (rows) => entries = rows;
  globalThis.editionShard = (number, words) => shards.set(number, words);

  const wordsOf = (said) => said.normalize("NFKD").replace(ACCENT, "").toLowerCase().match(WORD) ?? [];
  const shardOf = (word) => [...word].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % SHARDS;

  function load(file) {
    return new Promise((done, failed) => {
      const script = Object.assign(document.createElement("script"), { src: file, onload: done, onerror: failed });
      document.head.append(script);
    });
  }

  async function find(said) {
    const words = [...new Set(wordsOf(said))];
    const wanted = [...new Set(words.map(shardOf))].filter((number) => !shards.has(number));
    await Promise.all([
      ...wanted.map((number) => load(`index/${number}.js`)),
      entries.length ? null : load("index/entries.js"),
    ]);
    const lists = words.map((word) =>
      unpack(Object.hasOwn(shards.get(shardOf(word)), word) ? shards.get(shardOf(word))[word] : [])
    );
    return lists.length ? lists.reduce((some, other) => some.filter((one) => new Set(other).has(one))) : [];
  }

  function unpack(gaps) {
    let at = 0;
    return gaps.map((gap) => at += gap);
  }

  function show(list, tally, found) {
    const MOST = 200;
    list.replaceChildren(
      ...found.slice(0, MOST).map((number) => {
        const [reference, page, id] = entries[number];
        const link = Object.assign(document.createElement("a"), { textContent: reference || "¶" });
        link.href = `page-${page}.html#${encodeURIComponent(id)}`;
        const row = document.createElement("li");
        row.append(link);
        return row;
      }),
    );
    const more = found.length > MOST ? `; the first ${MOST} are listed` : "";
    tally.textContent = `${found.length} passage${found.length === 1 ? "" : "s"}${more}.`;
  }

  const search = document.querySelector("[data-search]");
  if (search) {
    search.hidden = false;
    search.addEventListener("submit", async (event) => {
      event.preventDefault();
      const found = await find(new FormData(search).get("q"));
      show(document.querySelector("[data-found]"), document.querySelector("[data-tally]"), found);
    });
  }
  if (sigla.length > 1) offerColumns();
  if (versions.length && globalThis.CSS?.highlights) document.addEventListener("pointermove", point);
})();
