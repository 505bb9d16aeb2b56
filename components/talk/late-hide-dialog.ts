// The question why something is hidden: fetched when it is first asked.

import { late } from "../ui/late.tsx";

export const HideDialog = late(async () => (await import("./hide-dialog.tsx")).HideDialog);
