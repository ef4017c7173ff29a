#!/usr/bin/env bash
# One would guess: Proskomma reads half verses as USFM writes them, "\v 4a" and "\v 4b": two verses, or one of two parts.
# What is: the number ends at the digit; "a" and "b" become words of the text, and verse 4 reads "a A wind rose,b the sea raged."
# Why it matters: whoever compares what it read with another reader sees a word too many in each half verse, and finds no 4a to ask for.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts proskomma-core@0.11.3
cat >look.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { Proskomma } = createRequire(import.meta.url)('proskomma-core');
const usfm = String.raw`\id JON
\c 1
\p
\v 2-3 He rose and fled.
\q1
\v 4a A wind rose,
\q2
\v 4b the sea raged.
`;
const read = new Proskomma();
read.importDocument({ lang: 'eng', abbr: 'own' }, 'usfm', usfm);
const ask = async (verse) =>
  (await read.gqlQuery(`{ documents { cv(chapter: "1" verses: ["${verse}"]) { text } } }`)).data.documents[0].cv[0].text.trim();
console.log('proskomma-core', JSON.parse(readFileSync('node_modules/proskomma-core/package.json')).version);
for (const verse of ['3', '4', '4a', '4b']) console.log(verse, '→', await ask(verse));
assert.strictEqual(await ask('3'), 'He rose and fled.');
for (const verse of ['4', '4a', '4b']) assert.strictEqual(await ask(verse), 'a A wind rose,b the sea raged.');
JS
node look.mjs
