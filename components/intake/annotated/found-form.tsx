// All that was found, with what becomes of it, and the button that adds it.

import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useSpoken } from "../../scheme-words/scheme-speech.ts";
import { Button } from "../../ui/button.tsx";
import { Wrong } from "../../ui/wrong.tsx";
import { ArticleChoices } from "./article-choices.tsx";
import { AttributeCheck } from "./attribute-check.tsx";
import { BehindLines } from "./behind-lines.tsx";
import { type Chosen, firstChoices, fits, isEmpty } from "./choices.ts";
import { InSight } from "./in-sight.tsx";
import { LabelTable } from "./label-table.tsx";
import { LeftOutLines } from "./left-out-lines.tsx";
import { PersonChoices } from "./person-choices.tsx";
import type { Found } from "./use-found.ts";
import { useTaking } from "./use-taking.ts";

type FoundFormProps = {
  readonly found: Found;
  readonly space: string;
  /** What was chosen before; null: what is likely. */
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onDone: (articleIds: readonly string[]) => void;
  readonly onDiscard: () => void;
};

export function FoundForm({ found, space, onDone, onDiscard, chosen, onChoose }: FoundFormProps) {
  const words = useTranslations("annotated");
  const spoken = useSpoken(found.scheme);
  const [choices, setChoices] = useState(() => {
    const first = firstChoices(found, spoken);
    return chosen?.space === space && fits(chosen.choices, first) ? chosen.choices : first;
  });
  useEffect(() => onChoose({ space, choices }), [onChoose, space, choices]);
  const { taking, take, settle } = useTaking(found, space, onDone);
  const choose = (change: Partial<typeof choices>): void => {
    settle();
    setChoices((now) => ({ ...now, ...change }));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take(choices);
  };
  const nothing = isEmpty(choices);
  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      <Summary found={found} />
      <ArticleChoices
        found={found}
        chosen={choices.articles}
        onChoose={(articles) => choose({ articles })}
      />
      <PersonChoices
        found={found}
        chosen={choices.people}
        onChoose={(people) => choose({ people })}
      />
      <LabelTable {...{ found, spoken, choices }} onChoose={choose} />
      <AttributeCheck found={found} asks={choices.asks} onChoose={choose} />
      <LeftOutLines found={found} asks={choices.asks} />
      {taking.at === "behind" && (
        <InSight>
          <BehindLines taken={taking.taken} />
        </InSight>
      )}
      {taking.at === "refused" && (
        <InSight>
          <Wrong sentence={taking.sentence} />
        </InSight>
      )}
      {nothing && <p className="text-muted">{words("nothing-chosen")}</p>}
      <div className="bottom-0 z-10 flex flex-wrap items-center gap-2 border-rule border-t bg-paper py-3 [@media(min-height:32rem)]:sticky">
        <Button type="submit" look="filled" disabled={nothing || taking.at === "taking"}>
          {words(BUTTONS[taking.at])}
        </Button>
        <Button
          look="quiet"
          disabled={taking.at === "taking"}
          onClick={onDiscard}
          className="ms-auto"
        >
          {words("discard")}
        </Button>
      </div>
    </form>
  );
}

const BUTTONS = {
  choosing: "add",
  taking: "adding",
  behind: "add-others",
  refused: "add",
} as const;

function Summary({ found: { annotated } }: Pick<FoundFormProps, "found">) {
  const words = useTranslations("annotated");
  const notes = annotated.articles.reduce((sum, { annotations }) => sum + annotations, 0);
  return (
    <div className="flex flex-col gap-1">
      <h2 className="wrap-anywhere font-serif text-[1.25rem] leading-7">
        <bdi>{annotated.source}</bdi>
      </h2>
      <p role="status">
        {words("found", {
          notes,
          people: annotated.people.filter(({ annotations }) => annotations > 0).length,
          articles: annotated.articles.length,
        })}
      </p>
    </div>
  );
}
