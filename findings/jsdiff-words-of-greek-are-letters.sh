#!/usr/bin/env bash
# One would guess: diffWords of jsdiff, "treating each word as a token", strikes out a word of any script and puts the new one in.
# What is: only words in Latin letters are words to it; of Greek, Cyrillic, Hebrew and Arabic each letter is a token, and "рука" for
# "река" is one letter changed. An Intl.Segmenter that is handed over mends it; its help says only that words not English get better by it.
# Why it matters: one edit of the same size counts as a word in one translation and as a letter in the next: no figures by words.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts diff@9.0.0
cat >look.mjs <<'JS'
import assert from 'node:assert';
import { createRequire } from 'node:module';
import { diffWords } from 'diff';

const { version } = createRequire(import.meta.url)('diff/package.json');
const shown = (parts) => parts.map((part) => (part.added ? '+' : part.removed ? '-' : '') + part.value.trim()).join('|');
const cases = [
  ['fr', 'la rivière', 'la rizière', 'la|-rivière|+rizière'],
  ['ru', 'река встала', 'рука встала', 'р|-е|+у|ка встала'],
  ['el', 'ἐν ἀρχῇ ἦν', 'ἐν ἀγρῷ ἦν', 'ἐν ἀ|+γ|ρ|-χῇ|+ῷ|ἦν'],
  ['he', 'שלום לך', 'שלוט לך', 'שלו|-ם|+ט|לך'],
  ['ar', 'كتاب جديد', 'كتاف جديد', 'كتا|-ب|+ف|جديد'],
];
console.log('jsdiff', version);
for (const [language, before, after, expected] of cases) {
  const found = shown(diffWords(before, after));
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const asked = shown(diffWords(before, after, { intlSegmenter }));
  console.log(`${language}: ${found}   with Intl.Segmenter: ${asked}`);
  assert.strictEqual(found, expected);
  assert.strictEqual(asked.split('|').filter((part) => /^[+-]/.test(part)).length, 2);
  assert.ok(asked.includes(`-${before.split(' ').find((word, place) => word !== after.split(' ')[place])}`));
}
JS
node look.mjs
