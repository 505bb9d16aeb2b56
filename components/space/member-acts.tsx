// What may be done about a member besides giving a role: hide what they wrote, move them, take a
// file of it, remove or erase them.

import { useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { TakeDialog } from "../take/late-take.ts";
import { HideDialog } from "../talk/hide-dialog.tsx";
import { type Choice, Menu } from "../ui/menu.tsx";
import { saveFile } from "../ui/save-file.ts";
import { SureDialog } from "../ui/sure-dialog.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import type { Member, Progress, Space } from "./space-answers.ts";
import { type Acts, useActs } from "./use-act.ts";
import { useSeatCode } from "./use-seat-code.tsx";

type MemberActsProps = {
  readonly space: Space;
  readonly member: Member;
  readonly progress: Progress | null;
  readonly onChange: () => void;
  /** Called when the member is to be removed or erased. */
  readonly onGoing: () => void;
  readonly onRemoved: () => void;
};

type Asking = "take" | "hide" | "remove" | "erase";

export function MemberActs(props: MemberActsProps) {
  const { space, member, progress, onChange, onGoing, onRemoved } = props;
  const words = useTranslations("space");
  const acts = useActs();
  const [asking, setAsking] = useState<Asking | null>(null);
  const seat = useSeatCode(space, member);
  const { name } = member;
  const path = `/spaces/${space.id}/members/${member.id}`;
  const marks = progress ? progress.claim + progress.entity + progress.framing : 0;
  const isHidden = marks > 0 && progress?.hidden === marks;
  const choices: readonly Choice[] = [
    {
      name: words(isHidden ? "show-all" : "hide-all"),
      isOpen: progress !== null && !space.archived,
      run: () =>
        isHidden
          ? acts.act({ method: "DELETE", path: `${path}/hiding` }, onChange)
          : setAsking("hide"),
    },
    {
      name: words("move-seat"),
      isOpen: member.isGuest && !member.isStandIn && !space.archived,
      run: seat.make,
    },
    { name: words("download-notes"), isOpen: marks > 0, run: () => setAsking("take") },
    {
      name: words("download-theirs"),
      isOpen: true,
      run: () =>
        acts.obtain({ method: "GET", path: `${path}/data` }, z.unknown(), (data) =>
          saveFile(JSON.stringify(data, null, 2), name),
        ),
    },
    { name: words("remove"), isOpen: true, run: () => setAsking("remove") },
    { name: words("erase"), isOpen: true, run: () => setAsking("erase") },
  ];
  return (
    <>
      {isHidden && <span className="text-muted text-sm">{words("all-hidden")}</span>}
      <Menu name={words("actions", { name })} choices={choices} />
      <Wrong sentence={acts.error ?? seat.error} />
      {asking && (
        <AskedDialog
          {...{ space, member, onChange, onGoing, onRemoved, acts, asking }}
          onClose={() => setAsking(null)}
        />
      )}
      {seat.dialog}
    </>
  );
}

type AskedDialogProps = Omit<MemberActsProps, "progress"> & {
  readonly acts: Acts;
  readonly asking: Asking;
  readonly onClose: () => void;
};

/** What has to be said before it is done. */
function AskedDialog(props: AskedDialogProps) {
  const { space, member, acts, asking, onChange, onGoing, onRemoved, onClose } = props;
  const words = useTranslations("space");
  const { name } = member;
  const path = `/spaces/${space.id}/members/${member.id}`;
  switch (asking) {
    case "take":
      return (
        <TakeDialog
          subject={{ type: "space", id: space.id, title: space.name }}
          person={member}
          onClose={onClose}
        />
      );
    case "hide":
      return (
        <HideDialog
          title={words("hide-all-of", { name })}
          onHide={(reason) =>
            acts.act({ method: "PUT", path: `${path}/hiding`, body: { reason } }, onChange)
          }
          onClose={onClose}
        />
      );
    case "remove":
      return (
        <SureDialog
          title={words("remove-who", { name })}
          told={words("remove-why")}
          does={words("remove")}
          onSure={() => {
            onGoing();
            acts.act({ method: "DELETE", path }, () => {
              onChange();
              onRemoved();
            });
          }}
          onClose={onClose}
        />
      );
    case "erase":
      return (
        <EraseDialog
          {...{ space, member, onClose }}
          onErased={() => {
            onGoing();
            onChange();
          }}
        />
      );
  }
}
