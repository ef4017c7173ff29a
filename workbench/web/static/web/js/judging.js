// Judging: words of a version are selected, or gone to by arrows, and marked with how grave the error is. A score is given
// by a slider too, coloured by where the version stands among the others. The form sends each mark as JSON.
import { countPoints, rangeOf, snapToWords, textOf, unitsBefore } from "./offsets.js";

const form = document.querySelector("form[data-judging]");
const bar = document.querySelector("[data-mark-bar]");
const rowTemplate = document.querySelector("template[data-mark-row]");
const marks = []; // { version, start, end (UTF-16 units), severity, category, missing }
let picked = null; // { box, start, end }: what the bar would mark
let left = null; // the last that was marked: arrows go on from there

// --- the words -------------------------------------------------------------------------------------------
const boxOf = (label) => [...form.querySelectorAll("[data-version]")].find((box) => box.dataset.version === label);
const textIn = (box) => box.querySelector("[data-judged]");
const isGrave = (severity) => severity !== bar.querySelector("button").value;

function draw(box, cursor = null) {
  const place = textIn(box);
  const text = textOf(place);
  const own = marks.filter((mark) => mark.version === box.dataset.version);
  const cuts = new Set([0, text.length, ...own.flatMap((mark) => [mark.start, mark.end])]);
  if (cursor) cuts.add(cursor.start).add(cursor.end);
  const places = [...cuts].sort((one, other) => one - other);
  const pieces = places.slice(1).map((end, index) => piece(text, places[index], end, own, cursor));
  place.replaceChildren(...pieces);
}

function piece(text, start, end, own, cursor) {
  const over = own.filter((mark) => mark.start <= start && mark.end >= end);
  const isCursor = cursor && cursor.start <= start && cursor.end >= end;
  if (!over.length && !isCursor) return document.createTextNode(text.slice(start, end));
  const mark = document.createElement("mark");
  mark.textContent = text.slice(start, end);
  mark.classList.toggle("is-grave", over.some((one) => isGrave(one.severity)));
  mark.classList.toggle("is-cursor", Boolean(isCursor) && !over.length);
  return mark;
}

// --- the marks -------------------------------------------------------------------------------------------
function add(mark, isOffered = false) {
  marks.push(mark);
  const box = boxOf(mark.version);
  const row = rowTemplate.content.firstElementChild.cloneNode(true);
  row.querySelector("[data-by-machine]").hidden = !isOffered;
  row.querySelector("q").textContent = textOf(textIn(box)).slice(mark.start, mark.end);
  bindField(row.querySelector("[data-severity]"), mark, "severity", box);
  bindField(row.querySelector("[data-category]"), mark, "category", box);
  const missing = row.querySelector("[data-missing]");
  missing.checked = mark.missing;
  missing.addEventListener("change", () => mark.missing = missing.checked);
  row.querySelector("[data-unmark]").addEventListener("click", () => {
    marks.splice(marks.indexOf(mark), 1);
    row.remove();
    draw(box);
    textIn(box).focus();
  });
  box.querySelector("[data-marks]").append(row);
  draw(box);
}

function bindField(field, mark, name, box) {
  field.value = mark[name];
  field.addEventListener("change", () => {
    mark[name] = field.value;
    draw(box);
  });
}

function markPicked(severity) {
  const { box, start, end } = picked;
  left = picked;
  hide();
  add({ version: box.dataset.version, start, end, severity, category: "", missing: false });
  document.getSelection().removeAllRanges();
}

function asSent(mark) {
  const text = textOf(textIn(boxOf(mark.version)));
  return {
    ...mark,
    start: countPoints(text.slice(0, mark.start)),
    end: countPoints(text.slice(0, mark.end)),
  };
}

function fromSent(sent) {
  const points = [...textOf(textIn(boxOf(sent.version)))];
  const units = (count) => points.slice(0, count).join("").length;
  return { ...sent, start: units(sent.start), end: units(sent.end) };
}

// --- the bar ---------------------------------------------------------------------------------------------
function hide() {
  picked = null;
  bar.hidden = true;
}

function offer(box, start, end) {
  const words = snapToWords(textOf(textIn(box)), start, end, textIn(box).lang);
  if (!words) return hide();
  picked = { box, ...words };
  bar.hidden = false;
  const at = [...rangeOf(textIn(box), words.start, words.end).getClientRects()].at(-1);
  if (!at) return;
  const room = document.documentElement.clientWidth - bar.offsetWidth - 8;
  bar.style.insetBlockStart = `${at.bottom + scrollY + 6}px`;
  bar.style.left = `${Math.max(8, Math.min(at.left + scrollX, room))}px`;
}

function offerSelected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const place = (range.startContainer.parentElement ?? form).closest("[data-judged]");
  if (!place?.contains(range.endContainer)) return;
  const from = unitsBefore(place, range.startContainer, range.startOffset);
  offer(place.closest("[data-version]"), from, unitsBefore(place, range.endContainer, range.endOffset));
}

// --- the keyboard ----------------------------------------------------------------------------------------
function wordsOf(place) {
  const segmenter = new Intl.Segmenter(place.lang || undefined, { granularity: "word" });
  return [...segmenter.segment(textOf(place))].filter((one) => one.isWordLike);
}

function walk(event) {
  const place = event.target.closest("[data-judged]");
  if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = place.closest("[data-version]");
  if (event.key === "Escape") {
    hide();
    draw(box);
  } else if (event.key === "Enter" && picked?.box === box) {
    event.preventDefault();
    markPicked(bar.querySelector("button").value);
  } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
    event.preventDefault();
    step(box, place, event.key === "ArrowRight" ? 1 : -1, event.shiftKey);
  }
}

function step(box, place, direction, isMore) {
  const words = wordsOf(place);
  if (!words.length) return;
  const forwards = place.dir === "rtl" ? -direction : direction;
  const from = [picked, left].find((one) => one?.box === box);
  const at = from ? words.findIndex((one) => one.index + one.segment.length >= from.end) : -1;
  const next = words[Math.max(0, Math.min(words.length - 1, at + forwards))];
  const start = isMore && picked?.box === box ? Math.min(picked.start, next.index) : next.index;
  const end = next.index + next.segment.length;
  draw(box, { start, end });
  offer(box, start, end);
}

// Whoever goes on to a score or a verdict marks nothing more: the bar would only lie over the words.
function leaveWords(event) {
  if (!picked || event.target.closest("[data-judged]") === textIn(picked.box)) return;
  const { box } = picked;
  hide();
  draw(box);
}

// --- scores ----------------------------------------------------------------------------------------------
const scores = [...document.querySelectorAll("[data-score]")];

function addSlider(field) {
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100, value: 50 });
  slider.setAttribute("aria-hidden", "true");
  slider.tabIndex = -1; // the number beside it is the same by keyboard
  slider.addEventListener("input", () => {
    field.value = slider.value;
    rankScores();
  });
  field.addEventListener("input", () => {
    slider.value = field.value;
    rankScores();
  });
  field.after(slider);
}

function rankScores() {
  const given = scores.filter((field) => field.value !== "").map((field) => Number(field.value));
  const [low, high] = [Math.min(...given), Math.max(...given)];
  for (const field of scores) {
    const isKnown = field.value !== "" && given.length > 1 && low < high;
    const value = Number(field.value);
    const place = isKnown && value === high ? "first" : isKnown && value === low ? "last" : "";
    field.closest("[data-version]").dataset.place = place;
  }
}

if (form && bar) {
  for (const field of form.querySelectorAll("input[name=span]")) {
    const sent = JSON.parse(field.value);
    (field.closest("li") ?? field).remove(); // without a script it is ticked or not
    if (boxOf(sent.version)) add(fromSent(sent), "offered" in field.dataset);
  }
  document.addEventListener("pointerup", () => setTimeout(offerSelected));
  // On a touch screen the handles of a selection are dragged, and nothing else is told of it.
  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offerSelected, 400);
  });
  form.addEventListener("keydown", walk);
  form.addEventListener("focusin", leaveWords);
  bar.addEventListener("click", (event) => event.target.value && picked && markPicked(event.target.value));
  form.addEventListener("formdata", (event) => {
    for (const mark of marks) event.formData.append("span", JSON.stringify(asSent(mark)));
  });
}
scores.forEach(addSlider);
