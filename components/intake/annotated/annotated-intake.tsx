// Files that other tools have annotated: what is in them is shown, matched and added.

import { Suspense, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button.tsx";
import { Wrong } from "../../ui/wrong.tsx";
import { LateWords } from "../../words/late-words.tsx";
import type { Chosen } from "./choices.ts";
import { FoundForm } from "./found-form.tsx";
import { useFound } from "./use-found.ts";

type AnnotatedIntakeProps = {
  /** Files that belong together; the same list as long as they are the same. */
  readonly files: readonly File[];
  /** The id of the space that they go to. */
  readonly space: string;
  /** What was chosen before; null: what is likely. */
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
  /** Told the ids of the articles with what was added. */
  readonly onDone: (articleIds: readonly string[]) => void;
  /** Nothing came of it, or it was not waited for. */
  readonly onCancel: () => void;
  /** What was found is not wanted. */
  readonly onDiscard: () => void;
};

export function AnnotatedIntake(props: AnnotatedIntakeProps) {
  return (
    <Suspense>
      <LateWords area="annotated">
        <Intake {...props} />
      </LateWords>
    </Suspense>
  );
}

function Intake({ files, onCancel, ...task }: AnnotatedIntakeProps) {
  const words = useTranslations("annotated");
  const { space } = task;
  const reading = useFound(files, space);
  const name = files[0]?.name ?? "";
  const section = useRef<HTMLElement>(null);
  // it stands where somebody gave the files: they are not to look for it
  useEffect(() => section.current?.focus(), []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={words("what-is-in-it")}
      className="flex flex-col gap-6 outline-none"
    >
      {reading.at === "reading" && (
        <div className="flex items-center gap-3">
          <div className="flex min-w-0 grow flex-col gap-1">
            <p role="status">{words("reading")}</p>
            <progress aria-label={name} className="h-1 w-full accent-accent" />
          </div>
          <Button look="quiet" onClick={onCancel}>
            {words("cancel")}
          </Button>
        </div>
      )}
      {reading.at === "refused" && (
        <div className="flex flex-col items-start gap-3">
          <p className="wrap-anywhere font-medium">
            <bdi>{name}</bdi>
          </p>
          <Wrong sentence={reading.sentence} />
          <Button onClick={onCancel}>{words("close")}</Button>
        </div>
      )}
      {reading.at === "found" && <FoundForm key={space} {...task} found={reading.found} />}
    </section>
  );
}
