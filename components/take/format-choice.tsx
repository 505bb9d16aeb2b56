// The formats, in groups by what they are good for, each with a sentence that says who reads it.

import { useTranslations } from "use-intl";
import { Pill } from "../ui/pill.tsx";
import { keyOf, type Purpose, purposeOf, type Wish, wishesFor } from "./formats.ts";

type FormatChoiceProps = {
  /** What can be chosen. */
  readonly purposes: readonly Purpose[];
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
};

export function FormatChoice({ purposes, wish, onWish }: FormatChoiceProps) {
  const words = useTranslations("take");
  const purpose = purposeOf(wish);
  const choosePurpose = (next: Purpose): void => {
    const [first] = wishesFor(next);
    if (first) onWish(first);
  };
  return (
    <div className="flex flex-col gap-2">
      <fieldset>
        <legend className="pb-1 text-muted text-sm">{words("purpose")}</legend>
        <div className="flex flex-wrap gap-1">
          {purposes.map((each) => (
            <Pill
              key={each}
              name="take-purpose"
              checked={purpose === each}
              onCheck={() => choosePurpose(each)}
              className="border border-rule px-3 has-checked:border-rule-strong"
            >
              {words(`purpose-${each}`)}
            </Pill>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="sr-only">{words("format")}</legend>
        {wishesFor(purpose).map((each) => (
          <FormatLine
            key={keyOf(each)}
            wish={each}
            checked={keyOf(each) === keyOf(wish)}
            onCheck={() => onWish(each)}
          />
        ))}
      </fieldset>
    </div>
  );
}

type FormatLineProps = {
  readonly wish: Wish;
  readonly checked: boolean;
  readonly onCheck: () => void;
};

function FormatLine({ wish: { alone, format }, checked, onCheck }: FormatLineProps) {
  const words = useTranslations("take");
  return (
    <label className="flex items-start gap-2 rounded-md px-2 py-1.5 hover:bg-sunken pointer-coarse:py-2.5">
      <input
        type="radio"
        name="take-format"
        className="mt-[3px] size-4 shrink-0 accent-accent"
        checked={checked}
        onChange={onCheck}
      />
      <span className="min-w-0">
        <bdi className="font-medium">
          {alone ? words(`alone-${format}`) : words(`format-${format}`)}
        </bdi>{" "}
        <span className="text-muted text-sm">
          {alone ? words(`alone-for-${format}`) : words(`for-${format}`)}
        </span>
      </span>
    </label>
  );
}
