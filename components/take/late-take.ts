// The dialog for downloads, which comes when it is first opened.

import { late } from "../ui/late.tsx";

export const TakeDialog = late(async () => (await import("./take-dialog.tsx")).TakeDialog);
