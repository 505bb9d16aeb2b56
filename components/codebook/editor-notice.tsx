// What just happened, below the headline of the editor.

import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import type { Editor } from "./use-editor.ts";

export function EditorNotice({ editor }: { readonly editor: Editor }) {
  const words = useTranslations("scheme");
  const { notice, dispatch, tell } = editor;
  return (
    <div role={notice?.kind === "error" ? "alert" : "status"}>
      {notice && (
        <div
          className={classes(
            "mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-sunken px-4 py-2",
            notice.kind === "error" && "text-danger",
          )}
        >
          <p className="grow">{notice.words}</p>
          {notice.discards && (
            <Button
              onClick={() => {
                dispatch({ type: "discard" });
                tell(words("discarded"));
              }}
            >
              {words("discard")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
