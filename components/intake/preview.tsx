// What came, before it is added.

import { useCallback, useDeferredValue } from "react";
import { useTranslations } from "use-intl";
import { SelectField } from "../ui/field.tsx";
import { AboutFields } from "./about-fields.tsx";
import type { Draft, Ready } from "./arrival.ts";
import { type Given, type PastedWords, READINGS, type Reading } from "./given.ts";
import { NoticeList } from "./notice-list.tsx";
import { Trimming } from "./trimming.tsx";
import type { Arrivals } from "./use-arrivals.ts";

type PreviewProps = {
  readonly id: string;
  readonly given: Given;
  readonly ready: Ready;
  readonly arrivals: Arrivals;
};

export function Preview({ id, given, ready, arrivals: { change, replace } }: PreviewProps) {
  const edit = useCallback((by: (draft: Draft) => Draft) => change(id, by), [change, id]);
  const { came, draft } = ready;
  const { trim, language } = draft;
  const title = useDeferredValue(draft.title); // whoever types it does not wait for the text
  return (
    <div className="flex flex-col gap-6">
      <AboutFields given={given} ready={ready} onEdit={edit} />
      {given.what === "words" && (
        <ReadAs given={given} onChoose={(as) => replace(id, { ...given, as })} />
      )}
      <NoticeList notices={came.notices} />
      <Trimming {...{ came, trim, language, title }} onEdit={edit} />
    </div>
  );
}

type ReadAsProps = {
  readonly given: PastedWords;
  readonly onChoose: (as: Reading) => void;
};

/** Words can be read in several ways; the likely one was tried first. */
function ReadAs({ given, onChoose }: ReadAsProps) {
  const words = useTranslations("intake");
  const ways = READINGS.filter((as) => as !== "formatted" || given.html !== null);
  return (
    <div className="max-w-xs">
      <SelectField
        label={words("read-as")}
        defaultValue={given.as}
        onChange={({ currentTarget: { value } }) => {
          const as = ways.find((way) => way === value);
          if (as) onChoose(as);
        }}
      >
        {ways.map((as) => (
          <option key={as} value={as}>
            {words(as)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
