// What the scheme's attributes say of the selected annotation, beyond its label. The author fills them in.

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { shownValue } from "#domain/scheme/attribute.ts";
import { type Attribute, kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { useRemembered } from "../ui/browser-memory.ts";
import { Button } from "../ui/button.tsx";
import { AttributeField } from "./attribute-field.tsx";
import type { CardHand } from "./card-hand.ts";

type CardAttributesProps = {
  readonly annotation: Annotation;
  readonly scheme: Scheme;
  readonly hand: CardHand;
};

/** Those that are filled in, and on demand all; whoever wants all of them sees them on every card. */
export function OwnAttributes({ annotation, scheme, hand }: CardAttributesProps) {
  const words = useTranslations("margin");
  const [details, keepDetails] = useRemembered("postil.details");
  const { attributes } = kindOf(scheme, annotation.kind);
  if (attributes.length === 0) return null;
  const open = details === "open";
  const shown = open ? attributes : attributes.filter(({ id }) => annotation.attributes[id]);
  return (
    <div className="relative z-10 pt-1">
      {shown.map((attribute) => (
        <AttributeField
          key={attribute.id}
          attribute={attribute}
          annotationId={annotation.id}
          value={annotation.attributes[attribute.id] ?? ""}
          hand={hand}
        />
      ))}
      {(open || shown.length < attributes.length) && (
        <Button
          look="quiet"
          aria-expanded={open}
          className="-ms-2 text-sm"
          onClick={() => keepDetails(open ? "folded" : "open")}
        >
          <ChevronDown size={14} aria-hidden className={open ? "rotate-180" : ""} />
          {words(open ? "fewer-details" : "details")}
        </Button>
      )}
    </div>
  );
}

/** What somebody else filled in. */
export function ShownAttributes({ annotation, scheme }: Omit<CardAttributesProps, "hand">) {
  const shown = filledIn(annotation, scheme);
  if (shown.length === 0) return null;
  return (
    <dl className="grid grid-cols-[2fr_3fr] gap-x-2 pt-2 text-sm">
      {shown.map(({ attribute, value }) => (
        <div key={attribute.id} className="contents">
          <dt className="text-muted">
            <bdi>{attribute.name}</bdi>
          </dt>
          <dd dir="auto" className="min-w-0 wrap-anywhere">
            {attribute.input === "link" ? <WebLink address={value} /> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same on a card that is not selected: no more than a glance. */
export function AttributeChips({ annotation, scheme }: Omit<CardAttributesProps, "hand">) {
  const shown = filledIn(annotation, scheme);
  if (shown.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-3 pt-1 text-xs">
      {shown.map(({ attribute, value }) => (
        <div key={attribute.id} className="flex min-w-0 gap-1">
          <dt className="shrink-0 text-muted">
            <bdi>{attribute.name}</bdi>
          </dt>
          <dd dir="auto" className="truncate">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The attributes of its kind that an annotation has, with what is shown of each. */
function filledIn({ kind, attributes }: Annotation, scheme: Scheme) {
  return kindOf(scheme, kind).attributes.flatMap((attribute: Attribute) => {
    const value = shownValue(attribute, attributes[attribute.id] ?? "");
    return value === null || value === "" ? [] : [{ attribute, value }];
  });
}

function WebLink({ address }: { readonly address: string }) {
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="relative z-10 line-clamp-2 text-accent underline underline-offset-2"
    >
      {address.replace(/^https?:\/\//i, "")}
    </a>
  );
}
