// Asks what somebody wants to take along of an article or a space, says what will be in the file, and fetches it.

import { Printer } from "lucide-react";
import { Suspense, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useRemembered } from "../ui/browser-memory.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { tagOf } from "../words/interface-languages.ts";
import { LateWords } from "../words/late-words.tsx";
import type { Words } from "../words/words.ts";
import { aloneAddress, type Choice, fileAddress, firstChoice, type Subject } from "./choice.ts";
import { ChoiceFields } from "./choice-fields.tsx";
import { ForecastLines } from "./forecast-lines.tsx";
import { FormatChoice } from "./format-choice.tsx";
import { keyOf, purposeOf, purposesOf, rememberedWish, type Wish } from "./formats.ts";
import { TakingLine } from "./taking-line.tsx";
import { useForecast } from "./use-forecast.ts";
import { useTaking } from "./use-taking.ts";

/** Where this browser keeps the format that was taken last. */
const KEPT_AS = "postil-take-format";

type TakeDialogProps = {
  readonly subject: Subject;
  /** Whose notes are wanted; absent: everybody's. */
  readonly person?: { readonly id: string; readonly name: string };
  /** Prints the page instead; absent where there is nothing to print. */
  readonly onPrint?: () => void;
  readonly onClose: () => void;
};

export function TakeDialog(props: TakeDialogProps) {
  return (
    <Suspense>
      <LateWords area="take">
        <TakeWindow {...props} />
      </LateWords>
    </Suspense>
  );
}

function TakeWindow({ subject, person, onPrint, onClose }: TakeDialogProps) {
  const words = useTranslations("take");
  const [kept, keep] = useRemembered(KEPT_AS);
  const wish = rememberedWish(kept, subject.type);
  const language = tagOf(useLocale());
  const [first] = useState(() => firstChoice(person?.id ?? null, language));
  const [choice, setChoice] = useState(first);
  const { told, whole, isCurrent } = useForecast(subject, wish, { choice, first });
  const { taking, take, cancel, settle } = useTaking();
  const choose = (next: Choice): void => {
    settle();
    setChoice(next);
  };
  const chooseWish = (next: Wish): void => {
    settle();
    keep(keyOf(next));
  };
  return (
    <Dialog title={titleOf(words, subject, person)} onClose={onClose} sheet>
      <div className="flex flex-col gap-5">
        {subject.type === "space" && <p className="text-muted">{words("space-is-zip")}</p>}
        <FormatChoice purposes={purposesOf(subject.type)} wish={wish} onWish={chooseWish} />
        <div className={FOOT}>
          {!wish.alone && <ChoiceFields whole={whole} choice={choice} onChoice={choose} />}
          <div className={END}>
            {wish.alone ? (
              <p>{words("without-notes")}</p>
            ) : (
              <ForecastLines
                told={told}
                isCurrent={isCurrent}
                isEmpty={whole?.annotations === 0}
                named={choice.named}
              />
            )}
            <TakingLine
              taking={taking}
              begin={() => take(addressOf(subject, wish, choice))}
              onCancel={cancel}
              does={words("download")}
              look="filled"
            >
              {onPrint && purposeOf(wish) === "people" && (
                <Button look="quiet" className="h-10" onClick={onPrint}>
                  <Printer size={16} aria-hidden />
                  {words("print")}
                </Button>
              )}
            </TakingLine>
          </div>
        </div>
      </div>
    </Dialog>
  );
}

/** In sight as long as what goes into the file is closed; opened, it is read like the rest. */
const FOOT =
  "-mx-6 -mb-6 border-rule border-t bg-raised [@media(min-height:36rem)]:not-has-[details[open]]:sticky [@media(min-height:36rem)]:-bottom-6";

/** In sight while somebody chooses what goes into the file. */
const END =
  "flex flex-col gap-3 bg-raised px-6 pt-1 pb-4 first:pt-4 in-[:has(>details[open])]:border-rule in-[:has(>details[open])]:border-t in-[:has(>details[open])]:pt-4 [@media(min-height:36rem)]:sticky [@media(min-height:36rem)]:-bottom-6";

const addressOf = (subject: Subject, { alone, format }: Wish, choice: Choice): string =>
  alone ? aloneAddress(subject, format) : fileAddress(subject, format, choice);

function titleOf(
  words: Words<"take">,
  { type, title }: Subject,
  person: TakeDialogProps["person"],
): string {
  if (person) return words("download-of", { name: person.name });
  return title === null ? words("download") : words(`download-${type}`, { title });
}
