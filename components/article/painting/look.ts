// What highlights tell by their colour: the kind, the label, the person, the status, or how many
// people marked a passage.

import type { Annotation } from "#domain/annotation/annotation.ts";
import { type Heat, heatRuns } from "#domain/annotation/heat.ts";
import { lanesOf } from "#domain/annotation/lanes.ts";
import { type Depth, type Run, runsOf } from "#domain/annotation/runs.ts";
import { PERSON_COLOURS } from "#domain/person.ts";
import { kindOf, placeOf, type Scheme } from "#domain/scheme/scheme.ts";
import type { Status } from "#domain/talk/status.ts";
import {
  authorHighlight,
  heatHighlight,
  kindHighlight,
  labelHighlight,
  settledHighlight,
  statusHighlight,
} from "./highlight-names.ts";
import type { Brush } from "./painted-range.ts";
import {
  authorStrokes,
  heatStrokes,
  kindStrokes,
  labelStrokes,
  type Strokes,
  settledStrokes,
  statusStrokes,
} from "./strokes.ts";

/** The first one is what a page begins with. */
export const LOOKS = ["kind", "label", "person", "status", "heat"] as const;

export type LookId = (typeof LOOKS)[number];

/** The piece of an annotation that lies in one block; offsets count inside the block. */
export type Piece = {
  readonly annotation: Annotation;
  /** Whether the thread of the annotation is settled. */
  readonly settled: boolean;
  readonly start: number;
  readonly end: number;
};

/** A way of colouring. What is painted stays as long as it is the same object. */
export type Look = {
  readonly id: LookId;
  /** What to paint in a block. */
  readonly brushes: (pieces: readonly Piece[]) => Brush[];
  /** How it looks. */
  readonly strokes: () => Strokes;
};

export function byKind(scheme: Scheme): Look {
  return settledQuietly({
    id: "kind",
    brushes: (pieces) =>
      kindRuns(pieces).map(({ kind, depth, start, end }) => {
        return { name: kindHighlight(kind, depth), start, end };
      }),
    strokes: () => kindStrokes(scheme),
  });
}

export function byLabel(scheme: Scheme): Look {
  return settledQuietly({
    id: "label",
    brushes: inLanes(({ kind, label }) => {
      const place = placeOf(kindOf(scheme, kind), label);
      return {
        key: `${kind}/${label}`,
        name: (lane) => labelHighlight(kind, place, lane),
      };
    }),
    strokes: labelStrokes,
  });
}

/** `colourOf` tells the colour of a person by id. */
export function byPerson(colourOf: (id: string) => number): Look {
  return settledQuietly({
    id: "person",
    brushes: inLanes(({ kind, author }) => ({
      key: `${kind}/${author}`,
      name: (lane) => authorHighlight(kind, colourOf(author) % PERSON_COLOURS, lane),
    })),
    strokes: authorStrokes,
  });
}

export function byStatus(statusOf: (annotation: Annotation) => Status): Look {
  return {
    id: "status",
    brushes: inLanes((annotation) => {
      const status = statusOf(annotation);
      return { key: status, name: (lane) => statusHighlight(status, lane) };
    }),
    strokes: statusStrokes,
  };
}

/** Leaves out the steps that are `hidden`. */
export function byHeat(hidden: ReadonlySet<Heat>): Look {
  return {
    id: "heat",
    brushes: (pieces) =>
      heatRuns(
        pieces.map(({ annotation: { author }, start, end }) => ({ author, start, end })),
      ).flatMap(({ heat, start, end }) =>
        hidden.has(heat) ? [] : [{ name: heatHighlight(heat), start, end }],
      ),
    strokes: heatStrokes,
  };
}

/** What is settled steps back: a thin line in the style of its kind, without tint and colour. */
function settledQuietly({ id, brushes, strokes }: Look): Look {
  return {
    id,
    brushes: (pieces) => {
      const settled = kindRuns(pieces.filter((piece) => piece.settled));
      return [
        ...settled.flatMap(({ kind, depth, start, end }) =>
          depth === 1 ? [{ name: settledHighlight(kind), start, end }] : [],
        ),
        ...brushes(pieces.filter((piece) => !piece.settled)),
      ];
    },
    strokes: () => [...settledStrokes(), ...strokes()],
  };
}

const kindRuns = (pieces: readonly Piece[]): readonly Run[] =>
  runsOf(pieces.map(({ annotation: { kind }, start, end }) => ({ kind, start, end })));

/** What an annotation is coloured by: those of one key share a line; `name` is that of the highlight. */
type Ink = { readonly key: string; readonly name: (lane: Depth) => string };

/** Lays the lines of different inks below each other. */
function inLanes(inkOf: (annotation: Annotation) => Ink): Look["brushes"] {
  return (pieces) => {
    const inks = new Map<string, Ink>();
    const strands = pieces.map(({ annotation, start, end }) => {
      const ink = inkOf(annotation);
      inks.set(ink.key, ink);
      return { key: ink.key, start, end };
    });
    return lanesOf(strands).flatMap(({ key, lane, start, end }) => {
      const name = inks.get(key)?.name(lane);
      return name === undefined ? [] : [{ name, start, end }];
    });
  };
}
