#!/usr/bin/env bash
# One would guess: a reference that SIL's `VerseRef` calls valid exists in some numbering: no Genesis 99, no Psalm 151:99, no chapter 0.
# What is: only the book is looked at: GEN 99:9, PSA 999:1 and GEN 0:0 are valid; and verse 999 is counted as verse 0 of its chapter.
# Why it matters: a check "is this reference valid?" built on it lets shifted chapters pass; verse lists have to be asked, not `valid`.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @sillsdev/scripture@2.1.0
cat >look.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { VerseRef } from '@sillsdev/scripture';

const seen = ['GEN 1:1', 'GEN 99:9', 'PSA 999:1', 'GEN 0:0', 'GEN 1:999'].map((said) => {
  const reference = new VerseRef(said);
  return [said, reference.valid, reference.BBBCCCVVV];
});
console.log('@sillsdev/scripture', JSON.parse(readFileSync('node_modules/@sillsdev/scripture/package.json')).version);
for (const [said, valid, number] of seen) console.log(said, valid, number);
assert.ok(seen.every(([, valid]) => valid));
assert.strictEqual(seen[1][2], 1099009);
assert.strictEqual(seen[4][2], 1001000);
JS
node look.mjs
