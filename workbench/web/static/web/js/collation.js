// Keys on a collation: n and p go over the places where the texts part. Pointing at a reading lights up its equals.
import { bindKeys } from "./keys.js";
import { say } from "./words.js";

const region = document.querySelector(".alignment-region");
const places = [...document.querySelectorAll(".alignment thead .is-variant")];

function step(by) {
  const at = places.indexOf(document.activeElement);
  const place = places[at < 0 ? (by > 0 ? 0 : places.length - 1) : Math.min(Math.max(at + by, 0), places.length - 1)];
  if (!place) return false;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "nearest", inline: "center" });
  return true;
}

bindKeys(say("Collation"), [
  { key: "n", says: say("the next place where the texts part"), run: () => step(1), when: () => places.length > 0 },
  { key: "p", says: say("the place before"), run: () => step(-1), when: () => places.length > 0 },
]);

function dim() {
  for (const lit of region.querySelectorAll(".lit")) lit.classList.remove("lit");
}

function light(cell) {
  dim();
  const letter = cell?.querySelector(".letter")?.textContent;
  if (!letter) return;
  for (const row of region.querySelectorAll("tbody tr")) {
    const other = row.cells[cell.cellIndex];
    if (other.querySelector(".letter")?.textContent === letter) other.classList.add("lit");
  }
}

region?.addEventListener("mouseover", (event) => light(event.target.closest("td")));
region?.addEventListener("mouseleave", dim);
