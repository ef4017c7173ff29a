#!/usr/bin/env bash
# One would guess: a quotation that a library describes with the words around it is found where it was, as those words stand once.
# What is: dom-anchor-text-quote looks for what stands before from the middle of the text, and takes a nearer place that is a few
# letters off for a far one that is the same to the letter: three of seven days come back as the fourth, and nothing says so.
# Why it matters: a remark on a word of a refrain (psalms, litanies, formulas) is tied to another verse; ask for exact places first.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts dom-anchor-text-quote@4.0.2 jsdom@24.1.3
cat >look.cjs <<'JS'
const assert = require('node:assert');
const { JSDOM } = require('jsdom');
const { fromTextPosition, toTextPosition } = require('dom-anchor-text-quote');

const days = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
const told = 'The boats went down to the mouth of the river, and the nets were drawn, and the fish were counted on the sand. ';
const verse = (day) => `<p>${told.repeat(3)}It grew dark, and it grew light again: the ${day} day.</p>`;
const page = new JSDOM(`<body>${days.map(verse).join('')}</body>`).window.document.body;
const text = page.textContent;

const found = days.map((day) => {
  const start = text.indexOf(`${day} day`) + day.length + 1;
  const selector = fromTextPosition(page, { start, end: start + 'day'.length });
  const around = selector.prefix + selector.exact + selector.suffix;
  assert.strictEqual(text.split(around).length, 2, 'what is described stands once');
  const place = toTextPosition(page, selector);
  return [day, text.slice(0, place.end).split(' ').at(-2)];
});
console.log('dom-anchor-text-quote', require('dom-anchor-text-quote/package.json').version);
for (const [day, came] of found) console.log(`the ${day} day -> the ${came} day`);
const elsewhere = found.filter(([day, came]) => day !== came).map(([day]) => day);
assert.deepStrictEqual(elsewhere, ['first', 'sixth', 'seventh']);
assert.ok(found.every(([day, came]) => came === (elsewhere.includes(day) ? 'fourth' : day)));
JS
node look.cjs
