#!/usr/bin/env bash
# One would guess: gettext-parser keeps a message with an empty context (`msgctxt ""`) apart from the same message without any, as gettext does.
# What is: it keeps one of the two, the later in the file; the other's translation is gone when the file is written again.
# Why it matters: keys that are "context + source" lose a unit in every tool of the JavaScript world that reads PO with it, and say nothing.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts gettext-parser@10.0.0
cat >look.mjs <<'JS'
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { po } from 'gettext-parser';

const entry = (context, text) => `${context}msgid "Light"\nmsgstr "${text}"\n\n`;
const head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n';
const file = head + entry('msgctxt ""\n', 'Licht') + entry('', 'leicht') + entry('msgctxt "lamp"\n', 'Lampe');
const read = po.parse(file);
const again = po.compile(read).toString();
console.log('gettext-parser', JSON.parse(readFileSync('node_modules/gettext-parser/package.json')).version);
console.log('without context:', read.translations[''].Light.msgstr, '| of a lamp:', read.translations.lamp.Light.msgstr);
assert.deepStrictEqual(read.translations[''].Light.msgstr, ['leicht']);
assert.deepStrictEqual(read.translations.lamp.Light.msgstr, ['Lampe']);
assert.ok(file.includes('Licht') && !again.includes('Licht'));
assert.strictEqual(again.match(/msgid "Light"/g).length, 2);
JS
node look.mjs
