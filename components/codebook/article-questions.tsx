// What the codebook says about an article as a whole, and its name.

import { useTranslations } from "use-intl";
import { QUESTION_PRESETS } from "#domain/scheme/presets/presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { changeScheme } from "#domain/scheme/scheme-changes.ts";
import { addQuestions } from "#domain/scheme/scheme-presets.ts";
import { LENGTHS, MOST } from "#domain/scheme/scheme-schema.ts";
import { useSchemeSpeech } from "../scheme-words/scheme-speech.ts";
import { buttonLook } from "../ui/button.tsx";
import { TextArea, TextField } from "../ui/field.tsx";
import { Popover } from "../ui/popover.tsx";

type ArticleQuestionsProps = {
  readonly scheme: Scheme;
  readonly onChange: (to: Scheme, field?: string) => void;
  readonly announce: (sentence: string) => void;
};

export function ArticleQuestions({ scheme, onChange, announce }: ArticleQuestionsProps) {
  const words = useTranslations("scheme");
  const { say } = useSchemeSpeech();
  const set = (change: Partial<Pick<Scheme, "name" | "questions">>, field: string): void =>
    onChange(changeScheme(scheme, change), field);
  return (
    <div className="flex max-w-2xl flex-col items-start gap-6 *:w-full">
      <TextField
        label={words("scheme-name")}
        dir="auto"
        maxLength={LENGTHS.name}
        value={scheme.name}
        onChange={(event) => set({ name: event.target.value }, "name")}
      />
      <TextArea
        label={words("questions")}
        hint={words("questions-hint", { most: MOST.questions })}
        dir="auto"
        rows={8}
        value={scheme.questions.join("\n")}
        onChange={({ target: { value } }) =>
          set({ questions: value === "" ? [] : value.split("\n") }, "questions")
        }
      />
      <div>
        <Popover
          label={words("add-questions")}
          className="w-96 flex-col p-2 open:flex"
          button={{ className: buttonLook("plain"), children: words("add-questions") }}
        >
          {(close) =>
            QUESTION_PRESETS.map(({ id, name, source, load }) => (
              <button
                key={id}
                type="button"
                onClick={async () => {
                  close();
                  onChange(addQuestions(scheme, (await load()).map(say)));
                  announce(words("started-questions"));
                }}
                className="flex flex-col rounded-md px-3 py-2 text-start hover:bg-sunken"
              >
                <span className="font-medium">{say(name)}</span>
                <span className="text-muted text-sm">{source}</span>
              </button>
            ))
          }
        </Popover>
      </div>
    </div>
  );
}
