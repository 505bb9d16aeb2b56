// Any changes of a scheme, one after the other, for property tests.

import fc from "fast-check";
import {
  addAttribute,
  changeAttribute,
  moveAttribute,
  newValue,
  removeAttribute,
} from "./attribute-changes.ts";
import { KINDS, type KindId, kindOf, LABEL_STATUSES, type Scheme } from "./scheme.ts";
import {
  addLabel,
  changeKind,
  changeLabel,
  changeScheme,
  giveStatus,
  moveLabel,
} from "./scheme-changes.ts";

export type Change = (scheme: Scheme) => Scheme;

const kind = fc.constantFrom(...KINDS);
const name = fc.constantFrom("Fact", "Loaded word", "Änderung", "رأي", "🙂", "x".repeat(60));
const at = fc.nat(12);

/** The id of the label at this place, or one that the scheme lacks. */
const labelAt = (scheme: Scheme, id: KindId, place: number): string =>
  kindOf(scheme, id).labels[place]?.id ?? "nobody";

/** The same of an attribute. */
const attributeAt = (scheme: Scheme, id: KindId, place: number): string =>
  kindOf(scheme, id).attributes[place]?.id ?? "nobody";

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(kind, name).map(
    ([id, text]): Change =>
      (scheme) =>
        addLabel(scheme, id, { name: text }),
  ),
  fc.tuple(kind, at, name).map(
    ([id, place, text]): Change =>
      (scheme) =>
        changeLabel(scheme, id, labelAt(scheme, id, place), { name: text, examples: [text] }),
  ),
  fc.tuple(kind, at, fc.constantFrom(...LABEL_STATUSES)).map(
    ([id, place, status]): Change =>
      (scheme) =>
        giveStatus(scheme, id, labelAt(scheme, id, place), status),
  ),
  fc.tuple(kind, at, fc.constantFrom<1 | -1>(1, -1)).map(
    ([id, place, by]): Change =>
      (scheme) =>
        moveLabel(scheme, id, labelAt(scheme, id, place), by),
  ),
  fc.tuple(kind, name).map(
    ([id, text]): Change =>
      (scheme) =>
        changeKind(scheme, id, { name: text }),
  ),
  fc.tuple(kind, name).map(
    ([id, text]): Change =>
      (scheme) =>
        addAttribute(scheme, id, text),
  ),
  fc.tuple(kind, at, name).map(
    ([id, place, text]): Change =>
      (scheme) =>
        changeAttribute(scheme, id, attributeAt(scheme, id, place), {
          ...{ help: text, input: "choice", values: [newValue(text)] },
        }),
  ),
  fc.tuple(kind, at, fc.constantFrom<1 | -1>(1, -1)).map(
    ([id, place, by]): Change =>
      (scheme) =>
        moveAttribute(scheme, id, attributeAt(scheme, id, place), by),
  ),
  fc.tuple(kind, at).map(
    ([id, place]): Change =>
      (scheme) =>
        removeAttribute(scheme, id, attributeAt(scheme, id, place)),
  ),
  name.map(
    (text): Change =>
      (scheme) =>
        changeScheme(scheme, { name: text, questions: [text] }),
  ),
);

/** Up to forty of them. */
export const someChanges: fc.Arbitrary<readonly Change[]> = fc.array(change, { maxLength: 40 });

export const applyAll = (scheme: Scheme, changes: readonly Change[]): Scheme =>
  changes.reduce((now, each) => each(now), scheme);
