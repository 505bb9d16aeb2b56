// What an editor can do with somebody else's annotation: propose another label, or hide it.

import { EyeOff, Tag } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Annotation, Labelling } from "#domain/annotation/annotation.ts";
import type { KindId, Scheme } from "#domain/scheme/scheme.ts";
import { KindButtons } from "../margin/kind-buttons.tsx";
import { LabelButtons } from "../margin/label-buttons.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { HideDialog } from "./late-hide-dialog.ts";
import type { TalkDesk } from "./talk-desk.ts";

type EditorActionsProps = {
  readonly annotation: Annotation;
  readonly scheme: Scheme;
  readonly desk: TalkDesk;
  /** Called before something opens: the buttons of a card that is only pointed at go with the pointer. */
  readonly onOpen: () => void;
};

export function EditorActions({ annotation, scheme, desk, onOpen }: EditorActionsProps) {
  const words = useTranslations("talk");
  const [asking, setAsking] = useState(false);
  const { id } = annotation;
  return (
    <>
      <Popover
        label={words("propose-label")}
        className="w-96 p-2"
        onOpen={onOpen}
        button={{
          "aria-label": words("propose-label"),
          title: words("propose-label"),
          className: buttonLook("icon"),
          children: <Tag size={16} aria-hidden />,
        }}
      >
        {(close) => (
          <ProposalPanel
            annotation={annotation}
            scheme={scheme}
            onPropose={(labelling) => {
              desk.hand.propose(id, labelling);
              close();
            }}
          />
        )}
      </Popover>
      <Button
        look="icon"
        aria-label={words("hide")}
        title={words("hide")}
        onClick={() => {
          onOpen();
          setAsking(true);
        }}
      >
        <EyeOff size={16} aria-hidden />
      </Button>
      {asking && (
        <HideDialog
          title={words("hide-title")}
          onClose={() => setAsking(false)}
          onHide={(reason) => desk.hand.hide(id, reason)}
        />
      )}
    </>
  );
}

type ProposalPanelProps = Pick<EditorActionsProps, "annotation" | "scheme"> & {
  readonly onPropose: (labelling: Labelling) => void;
};

function ProposalPanel({ annotation, scheme, onPropose }: ProposalPanelProps) {
  const words = useTranslations("margin");
  const [kind, setKind] = useState<KindId>(annotation.kind);
  return (
    <>
      <KindButtons scheme={scheme} label={words("kind")} value={kind} onPick={setKind} />
      <div className="mt-2 border-rule border-t pt-2">
        <LabelButtons
          scheme={scheme}
          kind={kind}
          value={kind === annotation.kind ? annotation.label : null}
          onPick={(label) => onPropose({ kind, label })}
        />
      </div>
    </>
  );
}
