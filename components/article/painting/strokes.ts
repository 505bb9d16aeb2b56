// How marked words look in each way of colouring: a tint, and a line that tells without colour, too.
// The text and the colour key draw with the same strokes.

import { HEATS, type Heat } from "#domain/annotation/heat.ts";
import { DEPTHS, type Depth } from "#domain/annotation/runs.ts";
import { PERSON_COLOURS } from "#domain/person.ts";
import { KINDS, type Kind, type KindId, MOST_OFFERED, type Scheme } from "#domain/scheme/scheme.ts";
import { STATUSES, type Status } from "#domain/talk/status.ts";
import {
  authorHighlight,
  heatHighlight,
  kindHighlight,
  labelHighlight,
  settledHighlight,
  statusHighlight,
} from "./highlight-names.ts";

/** As many colours tell the labels of a kind apart as can be offered; they are given by place among those. */
export const LABEL_COLOURS = MOST_OFFERED;

/** CSS declarations, as a style of React. */
export type Stroke = {
  readonly backgroundColor: string;
  readonly textDecoration: string;
  readonly textUnderlineOffset: string;
};

const LINES: Readonly<Record<KindId, string>> = {
  claim: "solid 2px",
  entity: "dotted 2px",
  framing: "wavy 1.25px",
};

/** The same lines, quietly. */
const THIN_LINES: Readonly<Record<KindId, string>> = {
  claim: "solid 1px",
  entity: "dotted 1px",
  framing: "wavy 0.75px",
};

/** How far below the words the line of a kind runs, so that all three can be seen. */
const KIND_OFFSETS: Readonly<Record<KindId, number>> = { claim: 5, entity: 2, framing: 7 };

/** Claims are whole clauses: at full strength their tint would cover the page. */
const TINTS: Readonly<Record<KindId, number>> = { claim: 55, entity: 75, framing: 75 };

const STATUS_LINES: Readonly<Record<Status, string>> = {
  open: "solid 2px",
  contested: "wavy 1.25px",
  resolved: "dotted 2px",
};

/** A deeper one lies on those below it and only adds: a stronger tint, and a thicker line where it is solid. */
function kindStroke({ id, colours: { light, dark } }: Kind, depth: Depth): Stroke {
  const line = `light-dark(${light.line}, ${dark.line})`;
  const [colour, share] =
    depth === 1 ? [`light-dark(${light.tint}, ${dark.tint})`, TINTS[id]] : [line, 4];
  return {
    backgroundColor: `color-mix(in oklab, ${colour} ${share}%, transparent)`,
    textDecoration:
      depth > 1 && id !== "claim" ? "none" : `underline ${kindLine(id, depth)} ${line}`,
    textUnderlineOffset: `${KIND_OFFSETS[id]}px`,
  };
}

const kindLine = (id: KindId, depth: Depth): string =>
  id === "claim" ? `solid ${(depth + 2) / 2}px` : LINES[id];

/** By place among the labels that the kind offers; null for any other, and for none yet. */
export function labelStroke(kind: KindId, place: number | null, lane: Depth = 1): Stroke {
  const colour = place === null ? "var(--muted)" : `var(--label-${place})`;
  return stroke(LINES[kind], colour, lane);
}

/** What people of one colour marked as one kind. */
export function authorStroke(kind: KindId, colour: number, lane: Depth = 1): Stroke {
  return stroke(LINES[kind], `var(--person-${colour})`, lane);
}

export function statusStroke(status: Status, lane: Depth = 1): Stroke {
  return stroke(STATUS_LINES[status], `var(--${status})`, lane);
}

/** The more people, the stronger the tint and the thicker the line. */
export function heatStroke(heat: Heat): Stroke {
  return {
    backgroundColor: `var(--heat-${heat})`,
    textDecoration: `underline solid ${(heat + 1) / 2}px var(--heat-line)`,
    textUnderlineOffset: "4px",
  };
}

/** Only the first lane tints: the others would darken each other. */
function stroke(line: string, colour: string, lane: Depth): Stroke {
  return {
    backgroundColor: lane === 1 ? `color-mix(in oklab, ${colour} 10%, transparent)` : "transparent",
    textDecoration: `underline ${line} ${colour}`,
    textUnderlineOffset: `${lane * 3.5 - 1.5}px`,
  };
}

/** All strokes of a look, by the name of their highlight. */
export type Strokes = readonly (readonly [highlight: string, stroke: Stroke])[];

const inLanes = (each: (lane: Depth) => readonly [string, Stroke]): Strokes => DEPTHS.map(each);

const labelPlaces = [null, ...Array(LABEL_COLOURS).keys()];
const personColours = [...Array(PERSON_COLOURS).keys()];

export const kindStrokes = ({ kinds }: Scheme): Strokes =>
  kinds.flatMap((kind) =>
    inLanes((depth) => [kindHighlight(kind.id, depth), kindStroke(kind, depth)]),
  );

export const labelStrokes = (): Strokes =>
  KINDS.flatMap((kind) =>
    labelPlaces.flatMap((place) =>
      inLanes((lane) => [labelHighlight(kind, place, lane), labelStroke(kind, place, lane)]),
    ),
  );

export const authorStrokes = (): Strokes =>
  KINDS.flatMap((kind) =>
    personColours.flatMap((colour) =>
      inLanes((lane) => [authorHighlight(kind, colour, lane), authorStroke(kind, colour, lane)]),
    ),
  );

export const settledStrokes = (): Strokes =>
  KINDS.map((kind) => [
    settledHighlight(kind),
    {
      backgroundColor: "transparent",
      textDecoration: `underline ${THIN_LINES[kind]} var(--muted)`,
      textUnderlineOffset: `${KIND_OFFSETS[kind]}px`,
    },
  ]);

export const statusStrokes = (): Strokes =>
  STATUSES.flatMap((status) =>
    inLanes((lane) => [statusHighlight(status, lane), statusStroke(status, lane)]),
  );

export const heatStrokes = (): Strokes =>
  HEATS.map((heat) => [heatHighlight(heat), heatStroke(heat)]);
