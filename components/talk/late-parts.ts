// What a card needs only when it is opened: fetched with the first one.

import { late } from "../ui/late.tsx";

export const CardTalk = late(async () => (await import("./card-talk.tsx")).CardTalk);

export const EditorActions = late(async () => (await import("./editor-actions.tsx")).EditorActions);
