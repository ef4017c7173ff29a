#!/usr/bin/env bash
# One would guess: a unit that XLIFF 2 cuts into segments comes back with the words of all of them, or is refused.
# What is: the npm package xliff keeps of each unit its last segment alone: the sentences before it are gone, with every state, and the
# file that it writes has a whole, valid unit of one sentence. It indents marks, so "un<pc>known</pc>" is two words, and told not to it
# makes one word of two that are marked each, as it read no blank between them.
# Why it matters: segments are what a translation tool makes of a paragraph; all but the last sentence of each is lost.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xliff@6.4.0
cat >look.cjs <<'JS'
const assert = require('node:assert');
const { js2xliff, xliff2js } = require('xliff');

const segment = (state, source, target) =>
  `<segment state="${state}"><source>${source}</source><target>${target}</target></segment>`;
const paragraph = segment('final', 'He came.', 'Er kam.')
  + '<ignorable><source> </source><target> </target></ignorable>'
  + segment('translated', 'She left.', 'Sie ging.');
const marked = segment('final', 'un<pc id="1">known</pc>', 'un<pc id="1">bekannt</pc>');
const both = segment('final', '<pc id="1">red</pc> <pc id="2">boat</pc>', 'rotes Boot');
const file = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f">'
  + `<unit id="one">${paragraph}</unit><unit id="two">${marked}</unit><unit id="three">${both}</unit></file></xliff>`;

async function look() {
  const read = await xliff2js(file);
  const written = await js2xliff(read);
  console.log('xliff', require('xliff/package.json').version, JSON.stringify(read.resources.f.one));
  const plain = await js2xliff(read, { indent: false });
  console.log(written);
  console.log(plain);
  assert.deepStrictEqual({ ...read.resources.f.one }, { source: 'She left.', target: 'Sie ging.' });
  assert.ok(!/He came|Er kam|state=/.test(written));
  assert.strictEqual(written.match(/<unit id="one">/g).length, 1);
  assert.ok(/<source>un\s+<pc id="1">known<\/pc>\s+<\/source>/.test(written));
  assert.ok(plain.includes('<source><pc id="1">red</pc><pc id="2">boat</pc></source>'));
}
look().catch((error) => { console.error(error); process.exit(1); });
JS
node look.cjs
