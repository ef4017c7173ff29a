// What modules say, in the language of the page, which holds the words by their English; without them it is English.
const held = document.getElementById("words");
const words = held ? JSON.parse(held.textContent) : {};

export function say(english, values = {}) {
  return (words[english] ?? english).replace(/%\((\w+)\)s/g, (_, name) => values[name]);
}
