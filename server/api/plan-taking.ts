// What is to be taken over of a file that another tool has annotated: checked before anything is done.

import type { z } from "zod";
import type { Labelling } from "#domain/annotation/annotation.ts";
import { newAnnotationId } from "#domain/annotation/annotation-id.ts";
import { askAsFile } from "#domain/scheme/attributes-of-file.ts";
import type { Label, Scheme } from "#domain/scheme/scheme.ts";
import { adaptScheme } from "#domain/scheme/scheme-of-file.ts";
import { parseScheme } from "#domain/scheme/scheme-schema.ts";
import {
  type AnnotatedArticle,
  type AnnotatedPassage,
  keepersOf,
  labelKey,
  labelsOfFile,
  personKey,
  talkersOf,
} from "../import/annotated/annotated.ts";
import {
  attributesOfFile,
  type FileAttributes,
  filledAttributes,
} from "../import/annotated/file-attributes.ts";
import type { KeptAnnotated } from "../store/annotated-imports.ts";
import { findArticle } from "../store/articles.ts";
import { standInsIn } from "../store/stand-ins.ts";
import { Turns } from "../turns.ts";
import type { takeAnnotatedShape } from "./annotated-shapes.ts";
import { demand, noSuchArticle, refusalOf, type SpaceMember } from "./guard.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

type Wanted = Omit<z.infer<typeof takeAnnotatedShape>, "preview">;

/** An annotation that is taken over, with what it is called here. */
export type PlannedPassage = {
  /** Its id from now on. */
  readonly id: string;
  readonly passage: AnnotatedPassage;
  readonly labelling: Labelling;
};

export type PlannedArticle = {
  readonly index: number;
  readonly annotated: AnnotatedArticle;
  /** The article that is annotated; null: a new one. */
  readonly into: string | null;
  readonly title: string;
  /** Whose layer → what goes there: a name of a stand-in, or null for the caller's own. */
  readonly layers: ReadonlyMap<string | null, readonly PlannedPassage[]>;
};

export type Plan = {
  readonly member: SpaceMember;
  readonly kept: KeptAnnotated;
  readonly articles: readonly PlannedArticle[];
  /** What every label of the file is called here; those left out are absent. */
  readonly labellings: ReadonlyMap<string, Labelling>;
  /** What its codebook says of its attributes. */
  readonly attributes: FileAttributes;
  /** The scheme with the labels and attributes that are new; `before` when there are none. */
  readonly scheme: Scheme;
  readonly before: Scheme;
  /** The stand-ins that are there: name → user id. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Annotator → as what they are taken over: the name of a stand-in, or null for the caller; those left out are absent. */
  readonly names: ReadonlyMap<string, string | null>;
  /** The names of those that are not. */
  readonly newNames: readonly string[];
};

/** Ends the request where something that is wanted is not there, or may not be done. */
export async function planTaking(
  services: Services,
  member: SpaceMember,
  { kept, wanted }: { readonly kept: KeptAnnotated; readonly wanted: Wanted },
): Promise<Plan> {
  const { scheme: before } = await services.schemes.of(member.space.id);
  const known = labelsOfFile(kept.annotated.articles);
  const { labellings, ...adapted } = planLabels(before, wanted, known);
  const attributes = attributesOfFile(kept.annotated.articles);
  const names = new Map(
    wanted.people.map((each) => [each.id, "name" in each ? each.name : null] as const),
  );
  const standIns = await standInsIn(services.database, member.space.id);
  const articles: PlannedArticle[] = [];
  for (const each of wanted.articles) {
    const place = await planPlace(services, member, { kept, each });
    articles.push({ ...place, layers: await layersOf(place.annotated, labellings, names) });
  }
  const asking = wanted.newAttributes ? withAttributes(adapted.scheme, attributes, articles) : null;
  const scheme = checkedScheme(before, asking ?? adapted.scheme);
  const used = usedNames({ articles, names });
  const newNames = [...used].filter((name) => name !== null && !standIns.has(name)).map(String);
  demandRights(member, {
    adds: articles.some(({ into }) => into === null),
    speaksForOthers: [...used].some((name) => name !== null),
    changesScheme: scheme !== before,
  });
  const codebook = { labellings, attributes, scheme, before };
  return { member, kept, articles, ...codebook, standIns, names, newNames };
}

/** As what those are taken over who wrote, said or did something, or are mentioned. */
export function usedNames({
  articles,
  names,
}: Pick<Plan, "articles" | "names">): ReadonlySet<string | null> {
  const used = new Set(articles.flatMap(({ layers }) => [...layers.keys()]));
  const passages = articles.flatMap(({ layers }) =>
    [...layers.values()].flat().map(({ passage }) => passage),
  );
  const others = [
    ...passages.flatMap(talkersOf).map(personKey),
    ...passages.flatMap(({ replies }) => replies.flatMap(({ mentions }) => mentions)),
    ...articles
      .flatMap(({ into, annotated }) => (into === null ? keepersOf(annotated) : []))
      .map(personKey),
  ];
  for (const id of others) {
    const name = names.get(id);
    if (name !== undefined) used.add(name);
  }
  return used;
}

type Rights = {
  readonly adds: boolean;
  readonly speaksForOthers: boolean;
  readonly changesScheme: boolean;
};

function demandRights(member: SpaceMember, { adds, speaksForOthers, changesScheme }: Rights): void {
  const { articlesFrom } = member.space.settings;
  if (adds) demand(member, "article.create", { type: "space", articlesFrom });
  demand(member, "layer.write", { type: "layer", owner: member.userId });
  if (speaksForOthers) demand(member, "invite.make", { type: "space" });
  if (changesScheme) demand(member, "scheme.edit", { type: "space" });
}

type FileLabels = ReadonlyMap<string, Labelling>;

/** What every label of the file is called here. Ends the request with 422 for one that there is not, or no room for. */
function planLabels(
  before: Scheme,
  { labels, replaceLabels = false }: Wanted,
  known: ReadonlyMap<string, Label>,
): { readonly scheme: Scheme; readonly labellings: FileLabels } {
  const adapted = adaptScheme(
    before,
    labels.map((each) =>
      "name" in each.as ? { ...textsOf(known.get(labelKey(each))), ...each.as } : each.as,
    ),
    { replaces: replaceLabels },
  );
  const found = labels.map((each, index) => {
    const labelling = adapted.labellings[index];
    if (labelling) return [labelKey(each), labelling] as const;
    throw new Problem(
      422,
      `The codebook has no such label for "${each.label ?? each.kind}", and perhaps no room for more.`,
    );
  });
  return { scheme: adapted.scheme, labellings: new Map(found) };
}

/** The scheme that asks for what these annotations say, as far as the file tells what that is. */
function withAttributes(
  scheme: Scheme,
  known: FileAttributes,
  articles: readonly PlannedArticle[],
): Scheme {
  const planned = articles.flatMap(({ layers }) => [...layers.values()].flat());
  const passages = planned.map(({ passage, labelling }) => ({ passage, kind: labelling.kind }));
  return askAsFile(scheme, filledAttributes(known, passages));
}

/** `before` when nothing is new. Ends the request with 422 for one that no codebook may be. */
function checkedScheme(before: Scheme, wanted: Scheme): Scheme {
  if (JSON.stringify(wanted) === JSON.stringify(before)) return before;
  const parsed = parseScheme(wanted);
  if (parsed.ok) return parsed.scheme;
  throw new Problem(422, `What is new in the codebook is not as it has to be: ${parsed.at}.`);
}

/** What a new label says of itself, as far as the file tells. */
function textsOf(label: Label | undefined): Partial<Label> {
  if (label === undefined) return {};
  const { definition, question, examples, counterExamples } = label;
  return { definition, question, examples, counterExamples };
}

type WantedPlace = {
  readonly kept: KeptAnnotated;
  readonly each: Wanted["articles"][number];
};

async function planPlace(
  { database }: Services,
  member: SpaceMember,
  { kept, each: { index, into, title } }: WantedPlace,
): Promise<Omit<PlannedArticle, "layers">> {
  const annotated = kept.annotated.articles[index];
  if (annotated === undefined) throw new Problem(422, `The file has no article ${index}.`);
  if (into !== undefined) {
    const article = await findArticle(database, into, member.userId);
    if (article?.space.id !== member.space.id) throw noSuchArticle();
    if (article.archived) throw refusalOf("layer.write", { archived: true });
    return { index, annotated, into, title: article.title };
  }
  if (annotated.text === null) {
    throw new Problem(422, "The file tells no text. Choose the article that it is about.");
  }
  const { source } = kept.annotated;
  return { index, annotated, into: null, title: title || annotated.title || source || "?" };
}

async function layersOf(
  { annotations }: AnnotatedArticle,
  labellings: FileLabels,
  names: ReadonlyMap<string, string | null>,
): Promise<PlannedArticle["layers"]> {
  const layers = new Map<string | null, PlannedPassage[]>();
  const turns = new Turns();
  for (const passage of annotations) {
    if (turns.isOver) await turns.next();
    const labelling = labellings.get(labelKey(passage));
    const name = names.get(personKey(passage.by));
    if (labelling === undefined || name === undefined) continue;
    const layer = layers.get(name) ?? [];
    layer.push({ id: newAnnotationId(), passage, labelling });
    layers.set(name, layer);
  }
  return layers;
}
