// One attribute of one's own annotation: a choice, words of one's own, or the address of a page.

import { ExternalLink } from "lucide-react";
import { useCallback, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ATTRIBUTE_LENGTH } from "#domain/annotation/layer.ts";
import { attributeValue, shownValue } from "#domain/scheme/attribute.ts";
import type { Attribute } from "#domain/scheme/scheme.ts";
import { buttonLook } from "../ui/button.tsx";
import type { CardHand } from "./card-hand.ts";
import { useDraft } from "./use-draft.ts";

type AttributeFieldProps = {
  readonly attribute: Attribute;
  readonly annotationId: string;
  /** As it is kept; "" for none. */
  readonly value: string;
  readonly hand: CardHand;
};

const LOOK =
  "min-h-8 w-full min-w-0 rounded-md border border-transparent bg-transparent px-1.5 text-ink text-sm hover:border-rule-strong focus:border-rule-strong focus:bg-raised aria-invalid:border-danger pointer-coarse:min-h-11 pointer-coarse:text-[1rem]";

export function AttributeField(props: AttributeFieldProps) {
  const { attribute } = props;
  const id = useId();
  return (
    <div className="grid grid-cols-[2fr_3fr] items-center gap-x-2">
      <label htmlFor={id} title={attribute.help} className="text-muted text-sm">
        <bdi>{attribute.name}</bdi>
      </label>
      {attribute.input === "choice" ? (
        <Choice id={id} {...props} />
      ) : (
        <TypedValue id={id} {...props} />
      )}
    </div>
  );
}

type WithId = AttributeFieldProps & { readonly id: string };

function Choice({ id, attribute, annotationId, value, hand }: WithId) {
  const words = useTranslations("margin");
  return (
    <select
      id={id}
      aria-description={attribute.help}
      value={attribute.values.some((each) => each.id === value) ? value : ""}
      onChange={({ target }) => hand.setAttribute(annotationId, attribute.id, target.value)}
      className={`${LOOK} -ms-1`}
    >
      <option value="">{words("nothing-chosen")}</option>
      {attribute.values.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </select>
  );
}

function TypedValue({ id, attribute, annotationId, value, hand }: WithId) {
  const words = useTranslations("margin");
  const save = useCallback(
    (typed: string): void => {
      const kept = attributeValue(attribute, typed);
      if (kept !== null) hand.setAttribute(annotationId, attribute.id, kept);
    },
    [attribute, annotationId, hand],
  );
  const draft = useDraft({ fieldId: id, saved: value, save, onWriting: NOBODY_IS_TOLD });
  // nothing is wrong yet while somebody is still typing it
  const [left, setLeft] = useState(true);
  const isWrong = left && attributeValue(attribute, draft.text) === null;
  const link = attribute.input === "link" ? shownValue(attribute, value) : null;
  return (
    <div className="flex min-w-0 flex-wrap items-center">
      <input
        id={id}
        inputMode={attribute.input === "link" ? "url" : "text"}
        dir="auto"
        maxLength={ATTRIBUTE_LENGTH}
        placeholder={words("nothing-chosen")}
        aria-description={attribute.help}
        aria-errormessage={isWrong ? `${id}-wrong` : undefined}
        aria-invalid={isWrong || undefined}
        value={draft.text}
        onChange={({ target }) => draft.write(target.value)}
        onFocus={() => setLeft(false)}
        onBlur={() => {
          draft.leave();
          setLeft(true);
        }}
        className={`${LOOK} flex-1 placeholder:text-muted`}
      />
      {link && (
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer nofollow"
          aria-label={words("open-link")}
          title={words("open-link")}
          className={buttonLook("icon")}
        >
          <ExternalLink size={14} aria-hidden />
        </a>
      )}
      {isWrong && (
        <p id={`${id}-wrong`} role="alert" className="w-full px-1.5 text-danger text-sm">
          {words("not-a-link")}
        </p>
      )}
    </div>
  );
}

const NOBODY_IS_TOLD = (): void => {};
