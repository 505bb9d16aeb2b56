// What is wrong with the messages of each language, beside English.

import { existsSync, readdirSync } from "node:fs";
import compile from "icu-minify/compile";
import { areasOf, fileOf, readMessages, WORDS } from "./message-files.mjs";

/** The languages that say everything: whatever is wrong in one of these fails the check. */
export const COMPLETE = ["en", "de", "fr", "es", "ar"];

/** What is wrong with the messages, a sentence for each fault, by language. */
export function messageFaults(folder = WORDS) {
  const languages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return new Map(languages.map((language) => [language, faultsIn(folder, language)]));
}

function faultsIn(folder, language) {
  const areas = new Set([...areasOf(folder, "en"), ...areasOf(folder, language)]);
  return [...areas].flatMap((area) => {
    if (!existsSync(fileOf(folder, language, area))) return [`${language}/${area}.json is missing`];
    const english = readMessages(folder, "en", area);
    const messages = readMessages(folder, language, area);
    const keys = new Set([...Object.keys(english), ...Object.keys(messages)]);
    return [...keys].flatMap((key) => {
      const fault = faultOf(english[key], messages[key], language);
      return fault === null ? [] : [`${language}/${area}.json: ${key} ${fault}`];
    });
  });
}

function faultOf(english, message, language) {
  if (message === undefined) return "is missing";
  if (english === undefined) return "is superfluous";
  try {
    const expected = argumentsOf(compile(english));
    const found = argumentsOf(compile(message));
    if (found.join() !== expected.join())
      return `takes [${found}] where English takes [${expected}]`;
    const lacking = lackingForms(compile(message), language);
    return lacking.length > 0 ? `lacks the form ${lacking.join(", ")}` : null;
  } catch (error) {
    return `is not a message: ${error.message}`;
  }
}

const KINDS = ["", "select", "plural", "ordinal", "number", "date", "time"];
const PLURAL = 2;
const ORDINAL = 3;

/** The arguments of a compiled message with their kinds, and its tags, each once. */
function argumentsOf(compiled) {
  const told = nodesOf(compiled).map(([name, kind]) => {
    if (kind === undefined) return name;
    return typeof kind === "number" ? `${name} ${KINDS[kind]}` : `<${name}>`;
  });
  return [...new Set(told)].sort();
}

/** The forms that this language needs for counts up to 1000 and that a plural of the message lacks. */
function lackingForms(compiled, language) {
  return nodesOf(compiled).flatMap(([, kind, options]) => {
    if (kind !== PLURAL && kind !== ORDINAL) return [];
    const rules = new Intl.PluralRules(language, {
      type: kind === PLURAL ? "cardinal" : "ordinal",
    });
    const counts = Array.from({ length: 1001 }, (_, count) => count);
    const needed = counts.filter((count) => !(`=${count}` in options));
    return [...new Set(needed.map((count) => rules.select(count)))].filter(
      (form) => !(form in options),
    );
  });
}

/** The arguments and tags of a compiled message, those inside of others, too. */
function nodesOf(compiled) {
  if (!Array.isArray(compiled)) return [];
  return compiled.filter(Array.isArray).flatMap((node) => {
    const [, kind, options] = node;
    const isChoice = typeof options === "object" && !Array.isArray(options) && kind <= ORDINAL;
    const inside = isChoice ? Object.values(options).flatMap(nodesOf) : [];
    return [node, ...inside, ...(typeof kind === "number" ? [] : nodesOf(node.slice(1)))];
  });
}
