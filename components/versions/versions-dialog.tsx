// The versions of a locked text: what it was, and a new one, of which is seen first what it changes.

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { OnTheWay } from "../intake/on-the-way.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Wrong } from "../ui/wrong.tsx";
import { LateWords } from "../words/late-words.tsx";
import { CarryOverReport } from "./carry-over-report.tsx";
import { NewText } from "./new-text.tsx";
import { SeenVersion } from "./seen-version.tsx";
import { useAbout } from "./use-about.ts";
import { useNewVersion } from "./use-new-version.ts";
import { VersionList } from "./version-list.tsx";

type VersionsDialogProps = {
  readonly articleId: string;
  readonly onClose: () => void;
};

export function VersionsDialog(props: VersionsDialogProps) {
  return (
    <LateWords area="versions">
      <LateWords area="intake">
        <OpenVersions {...props} />
      </LateWords>
    </LateWords>
  );
}

function OpenVersions({ articleId, onClose }: VersionsDialogProps) {
  const words = useTranslations("versions");
  const about = useAbout(articleId);
  const { stage, typed, busy, error, ...act } = useNewVersion(articleId);
  const here = useRef<HTMLDivElement>(null);
  const was = useRef(stage.at);
  useEffect(() => {
    // what was pressed is gone
    if (was.current !== stage.at) here.current?.focus({ preventScroll: true });
    was.current = stage.at;
  }, [stage.at]);
  return (
    <Dialog title={words("versions")} onClose={onClose}>
      <div className="flex flex-col gap-5">
        <div ref={here} tabIndex={-1} className="flex flex-col gap-5 outline-none">
          {stage.at === "asking" && (
            <NewText {...{ about, typed, busy }} onBring={act.bring} onType={act.look} />
          )}
          {stage.at === "coming" && (
            <OnTheWay given={stage.given} stage={stage.step} onDrop={act.back} />
          )}
          {stage.at === "seen" && (
            <SeenVersion
              {...stage}
              language={about?.language ?? ""}
              {...{ busy, error }}
              onKeep={(without) => act.keep(stage.proposal, without)}
              onBack={act.back}
            />
          )}
          {stage.at === "kept" && (
            <>
              <p role="status">{words("replaced")}</p>
              <CarryOverReport report={stage.revised} />
            </>
          )}
          {stage.at === "asking" && <Wrong sentence={error} />}
        </div>
        {(stage.at === "asking" || stage.at === "kept") && <VersionList articleId={articleId} />}
      </div>
    </Dialog>
  );
}
