// What stands in the place of a note or a reply that an editor hid from readers.

import { EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import type { Hiding } from "#domain/talk/article-state.ts";
import { type MarginProps, personOf } from "../margin/margin-props.ts";
import { Button } from "../ui/button.tsx";
import { bdi } from "../words/bdi.tsx";
import type { Rights } from "./talk-desk.ts";

type HiddenLineProps = {
  readonly hiding: Hiding;
  readonly people: MarginProps["people"];
};

/** By whom and why: readable for everybody. */
export function HiddenLine({ hiding: { by, reason }, people }: HiddenLineProps) {
  const words = useTranslations("talk");
  const { name } = personOf(useTranslations("margin"), people, by);
  return (
    <span className="flex w-full gap-2 text-muted">
      <EyeOff size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span className="flex min-w-0 flex-col">
        <span className="text-sm">{words.rich("hidden-by", { name, bdi })}</span>
        <span dir="auto" className="wrap-anywhere">
          {reason}
        </span>
      </span>
    </span>
  );
}

type HiddenActionsProps = {
  readonly may: Rights;
  readonly unfolded: boolean;
  readonly onUnfold: () => void;
  readonly onShow: () => void;
};

/** Nothing at all for those who may neither look at it nor show it again. */
export function HiddenActions({ may, unfolded, onUnfold, onShow }: HiddenActionsProps) {
  const words = useTranslations("talk");
  if (!may.look) return null;
  return (
    <div className="relative z-10 -ms-2 flex flex-wrap pt-1">
      <Button look="quiet" aria-expanded={unfolded} onClick={onUnfold}>
        {words(unfolded ? "fold" : "look")}
      </Button>
      {may.hide && (
        <Button look="quiet" onClick={onShow}>
          {words("show-again")}
        </Button>
      )}
    </div>
  );
}
