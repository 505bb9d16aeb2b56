// What was marked, label by label, with what the codebook says of each that was used.

import { type Kind, labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import type { Numbered } from "./evidence.ts";
import type { FileWords } from "./file-words.ts";
import { html, type Markup } from "./markup.ts";

/** In the order of the codebook, what has no label last in its kind. */
export function labelsOf(
  scheme: Scheme,
  numbered: readonly Numbered[],
  words: FileWords,
): Markup[] {
  return scheme.kinds.flatMap((kind) => {
    const groups = Map.groupBy(
      numbered.filter(({ annotation }) => annotation.kind === kind.id),
      ({ annotation }) => annotation.label,
    );
    return inOrder(kind, [...groups.keys()]).map((label) =>
      group(scheme, kind, label, { of: groups.get(label) ?? [], words }),
    );
  });
}

function inOrder({ labels }: Kind, used: readonly (string | null)[]): (string | null)[] {
  const places = new Map(labels.map(({ id }, index) => [id, index]));
  const placeOf = (label: string | null): number =>
    label === null ? Infinity : (places.get(label) ?? labels.length);
  return used.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type Group = { readonly of: readonly Numbered[]; readonly words: FileWords };

function group(scheme: Scheme, kind: Kind, id: string | null, { of, words }: Group): Markup {
  const label = labelOf(scheme, kind.id, id);
  const name = label?.name ?? id ?? words.noLabel;
  const said = [label?.definition ?? "", label?.question ?? ""].filter((each) => each !== "");
  return html`<section class="label">
<h3><mark class="${kind.id} d1">${kind.name}</mark> <bdi>${name}</bdi> (${of.length})</h3>
${said.map((each) => html`<p class="muted" dir="auto">${each}</p>\n`)}<ul>
${of.map(({ annotation: { quote }, number }) => html`<li><a class="number" href="#n${number}">${number}</a> <q dir="auto">${quote}</q></li>\n`)}</ul>
</section>
`;
}
