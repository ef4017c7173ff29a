#!/usr/bin/env bash
# One would guess: citation-js writes a translation's own title as TI and the title of the original beside it, as OP or not at all.
# What is: where CSL-JSON has both `title` and `original-title`, the RIS file has the original's as TI and OP, and the translation's nowhere.
# Why it matters: every citation of a translation has both; whoever goes from CSL-JSON to RIS with it files the translation as the original.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2
cat >look.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';

const book = {
  id: 'ferry',
  type: 'book',
  title: 'The Ferry',
  author: [{ family: 'Weir', given: 'Anton' }],
  translator: [{ family: 'Marsh', given: 'Eleanor' }],
  issued: { 'date-parts': [[2026]] },
};
const tags = (item) =>
  Object.fromEntries(new Cite(item).format('ris').trim().split('\n').map((line) => line.split(/ {1,2}- ?/)));
const plain = tags(book);
const both = tags({ ...book, 'original-title': 'Паром' });
console.log('@citation-js/plugin-ris', JSON.parse(readFileSync('node_modules/@citation-js/plugin-ris/package.json')).version);
console.log('without an original title: TI', plain.TI, '| with one: TI', both.TI, '| OP', both.OP);
assert.strictEqual(plain.TI, 'The Ferry');
assert.strictEqual(both.TI, 'Паром');
assert.strictEqual(both.OP, 'Паром');
assert.ok(!Object.values(both).includes('The Ferry'));
JS
node look.mjs
