// UIMA CAS XMI as it is read: any layers. Which features lead to other things stands in the file of types;
// where there is none, only the ends of relations are known to.

import type { XmlElement } from "../xml-tree.ts";
import { type Cas, FIRST_VIEW, isOfUse, PLAIN_TYPE, type Structure } from "./cas.ts";
import { type NamedFile, UnreadableFile } from "./format.ts";
import { xmlRoot } from "./xml-elements.ts";

/** Beside the files of annotators. */
export const TYPES_FILE = "TypeSystem.xml";

const SOFA = "uima.cas.Sofa";

/** How much of a file is looked at to tell whether it is one, in bytes. */
const HEAD = 4096;

export const isXmi = ({ bytes }: NamedFile): boolean =>
  /<xmi:XMI\s/.test(new TextDecoder().decode(bytes.subarray(0, HEAD)));

export function readXmi(file: NamedFile, files: readonly NamedFile[]): Cas {
  const types = new Types(typesBeside(file, files));
  const root = xmlRoot(file);
  const things = root.children.map((child) => ({ child, type: typeOf(child, root) }));
  const told = things.filter(({ type }) => isOfUse(type));
  const sofas = things.filter(({ type }) => type === SOFA).map(({ child }) => child.attributes);
  const sofa = sofas.find((each) => each.get("sofaID") === FIRST_VIEW) ?? sofas[0];
  const text = sofa?.get("sofaString");
  if (sofa === undefined || text === undefined) throw new UnreadableFile("no-text");
  return {
    ...{ text, sofa: sofa.get("xmi:id") ?? "" },
    structures: told.map(({ child, type }) => structureOf(child, type, types)),
    features: types.plainFeatures,
  };
}

/** The types in the same folder, or else those of the whole project. */
function typesBeside({ name }: NamedFile, files: readonly NamedFile[]): NamedFile | undefined {
  const folder = name.replace(/[^/]*$/, "");
  return (
    files.find((each) => each.name === folder + TYPES_FILE) ??
    files.find((each) => each.name.replace(/^.*\//, "") === TYPES_FILE)
  );
}

/** `custom:Span` of `http:///webanno/custom.ecore` is `webanno.custom.Span`. */
function typeOf({ name, attributes }: XmlElement, root: XmlElement): string {
  const [prefix = "", local = ""] = name.split(":");
  const declared = `xmlns:${prefix}`;
  const space = attributes.get(declared) ?? root.attributes.get(declared) ?? "";
  const path = space.replace(/^http:\/+/, "").replace(/\.ecore$/, "");
  const type = `${path.replaceAll("/", ".")}.${local}`;
  return type.replace(/^uima\.noNamespace\./, "");
}

function structureOf({ attributes, children }: XmlElement, type: string, types: Types): Structure {
  const told = [...attributes].filter(([name]) => !/:|^(?:sofa|begin|end)$/.test(name));
  const leads = ([name]: readonly [string, string]): boolean => types.isLink(type, name);
  return {
    ...{ type, sofa: attributes.get("sofa") ?? null },
    ...{ begin: offsetOf(attributes.get("begin")), end: offsetOf(attributes.get("end")) },
    values: [...told.filter((each) => !leads(each)), ...listsIn(children)],
    links: [
      ...told.filter(leads).flatMap(([name, ids]) => (ids.match(/\S+/g) ?? []).map(() => name)),
      ...children.filter(({ attributes }) => attributes.has("href")).map(({ name }) => name),
    ],
  };
}

function offsetOf(told: string | undefined): number | null {
  if (told === undefined) return null;
  return /^\d{1,10}$/.test(told) ? Number(told) : Number.NaN;
}

/** Several values of one feature, as elements of its name: one value. */
function listsIn(children: readonly XmlElement[]): [string, string][] {
  const values = children.filter(({ attributes }) => !attributes.has("href"));
  return [...Map.groupBy(values, ({ name }) => name)].map(([name, own]) => [
    name,
    own.map(({ text }) => text).join(", "),
  ]);
}

type Feature = { readonly name: string; readonly range: string };

/** What a file of types declares; without a file, nothing. */
class Types {
  readonly #features = new Map<string, Feature[]>();
  readonly #supers = new Map<string, string>();
  readonly #links = new Map<string, boolean>();

  constructor(file: NamedFile | undefined) {
    const types = file ? childrenOf(xmlRoot(file), "types", "typeDescription") : [];
    for (const type of types) {
      const features = childrenOf(type, "features", "featureDescription");
      this.#supers.set(wordsIn(type, "name"), wordsIn(type, "supertypeName"));
      this.#features.set(
        wordsIn(type, "name"),
        features.map((each) => ({
          name: wordsIn(each, "name"),
          range: wordsIn(each, "rangeTypeName"),
        })),
      );
    }
  }

  /** The features of each type that lead to nothing else. */
  get plainFeatures(): Map<string, string[]> {
    const plain = (features: readonly Feature[]): string[] =>
      features.filter(({ range }) => this.#isPlain(range)).map(({ name }) => name);
    return new Map([...this.#features].map(([type, features]) => [type, plain(features)]));
  }

  /** Whether a feature leads to other things. */
  isLink(type: string, feature: string): boolean {
    const key = `${type}:${feature}`;
    const known = this.#links.get(key) ?? this.#findLink(type, feature);
    this.#links.set(key, known);
    return known;
  }

  #findLink(type: string, feature: string): boolean {
    const all = this.#withSupers(type).flatMap((each) => this.#features.get(each) ?? []);
    const declared = all.find(({ name }) => name === feature);
    if (!declared) return feature === "Governor" || feature === "Dependent";
    return !this.#isPlain(declared.range);
  }

  #isPlain(range: string): boolean {
    return this.#withSupers(range).some((each) => PLAIN_TYPE.test(each));
  }

  /** A type, what it is a kind of, and so on, none twice. */
  #withSupers(type: string): string[] {
    const line = new Set<string>();
    for (let next: string | undefined = type; next && !line.has(next); ) {
      line.add(next);
      next = this.#supers.get(next);
    }
    return [...line];
  }
}

/** The children of this name in the child that holds them. */
const childrenOf = ({ children }: XmlElement, holder: string, name: string): XmlElement[] =>
  children
    .filter((each) => each.name === holder)
    .flatMap((each) => each.children.filter((child) => child.name === name));

const wordsIn = ({ children }: XmlElement, name: string): string =>
  (children.find((each) => each.name === name)?.text ?? "").trim();
