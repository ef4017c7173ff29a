#!/usr/bin/env bash
# One would guess: with the Apocrypha switched on, bible-passage-reference-parser knows Daniel and Esther as Greek and Latin Bibles count them.
# What is: books beyond the canon are known, the additions are not: Dan 13:1 and Esth 10:4-16:24 are nothing, Dan 3:24-90 becomes Dan 3:24-30.
# Why it matters: it shortens to what its own numbering has and says nothing: sixty verses of a Vulgate are lost in a reference that looks right.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts bible-passage-reference-parser@4.0.0
cat >look.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { bcv_parser } from 'bible-passage-reference-parser/esm/bcv_parser.js';
import * as english from 'bible-passage-reference-parser/esm/lang/en.js';

const parser = new bcv_parser(english);
parser.include_apocrypha(true);
const expected = {
  'Ps 151': 'Ps.151',
  'Sir 51:30': 'Sir.51.30',
  'Dan 3:24-90': 'Dan.3.24-Dan.3.30',
  'Dan 13:1': '',
  'Esth 10:4-16:24': '',
};
const { version } = JSON.parse(readFileSync('node_modules/bible-passage-reference-parser/package.json'));
console.log('bible-passage-reference-parser', version);
for (const [said, osis] of Object.entries(expected)) {
  const found = parser.parse(said).osis();
  console.log(said, '→', found || '(nothing)');
  assert.strictEqual(found, osis);
}
JS
node look.mjs
