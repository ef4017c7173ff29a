#!/usr/bin/env bash
# One would guess: verses that are printed in halves (\v 1a, \v 1b), as the USFM manual has it, are kept as such, or as one verse.
# What is: usfm-js takes both for verse 1, keeps the first half, and from the second on leaves out all the words of the chapter, the
# next verses included; of verses printed in another order (3 before 2) it keeps the words, in the order of their numbers.
# Why it matters: the chapter ends at its first divided verse, with nothing raised; the JSON and the USFM that it writes look whole.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts usfm-js@3.4.3
cat >look.cjs <<'JS'
const assert = require('node:assert');
const { toJSON, toUSFM } = require('usfm-js');

const head = '\\id EST\n\\c 1\n\\p\n';
const cases = {
  'whole verses': ['\\v 1 One.\n\\v 2 Two.\n\\v 3 Three.\n', ['One.', 'Two.', 'Three.']],
  'a verse in two lines': ['\\v 1a One,\n\\v 1b and more.\n\\v 2 Two.\n\\v 3 Three.\n', ['One,']],
  'its half further down': ['\\v 1a One,\n\\v 2 Two.\n\\v 1b and more.\n\\v 3 Three.\n\\v 4 Four.\n', ['One,', 'Two.']],
  'another order': ['\\v 1 One.\n\\v 3 Three.\n\\v 2 Two.\n', ['One.', 'Two.', 'Three.']],
};
console.log('usfm-js', require('usfm-js/package.json').version);
for (const [name, [verses, expected]] of Object.entries(cases)) {
  const written = toUSFM(toJSON(`${head}${verses}\\c 2\n\\p\n\\v 1 Next.\n`));
  const [, first, second] = written.split(/\\c \d/);
  const words = first.match(/[A-Za-z ]+[.,]/g).map((word) => word.trim());
  console.log(`${name}: ${words.join(' ')} | ${JSON.stringify(written)}`);
  assert.deepStrictEqual(words, expected);
  assert.ok(second.includes('Next.'));
}
JS
node look.cjs
