"use client";
// Where articles are put in order: what is asked about one of them, and what was done, with the way back.

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useTranslations } from "use-intl";
import * as z from "zod/mini";
import { TakeDialog } from "../take/late-take.ts";
import { Toast } from "../ui/toast.tsx";
import { useAskServer } from "./ask-server.ts";
import type { Place, Told } from "./elsewhere-dialogs.tsx";
import type { LibraryArticle } from "./library-article.ts";

const CopyDialog = dynamic(() => import("./elsewhere-dialogs.tsx").then((all) => all.CopyDialog));
const MoveDialog = dynamic(() => import("./elsewhere-dialogs.tsx").then((all) => all.MoveDialog));
const TagsDialog = dynamic(() => import("./tags-dialog.tsx").then((all) => all.TagsDialog));

type Asked = { readonly what: "take" | "tags" | "copy" | "move"; readonly article: LibraryArticle };

type Shelf = {
  readonly spaces: readonly Place[];
  /** Whether articles that the reader may not change are offered to be copied. */
  readonly copiesAll: boolean;
  readonly archive: (article: LibraryArticle, archived: boolean) => void;
  readonly ask: (asked: Asked) => void;
};

const ShelfContext = createContext<Shelf>({
  ...{ spaces: [], copiesAll: false },
  archive: () => {},
  ask: () => {},
});

/** For what stands inside a `ShelfOf`; elsewhere nothing is offered. */
export const useShelf = (): Shelf => useContext(ShelfContext);

type ShelfProps = {
  readonly spaces: readonly Place[];
  readonly copiesAll?: boolean;
  readonly children: ReactNode;
};

export function ShelfOf({ spaces, copiesAll = false, children }: ShelfProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const archive = useArchive(setTold);
  const close = (): void => setAsked(null);
  return (
    <ShelfContext value={{ spaces, copiesAll, archive, ask: setAsked }}>
      {children}
      {asked?.what === "take" && (
        <TakeDialog subject={{ type: "article", ...asked.article }} onClose={close} />
      )}
      {asked?.what === "tags" && <TagsDialog article={asked.article} onClose={close} />}
      {asked?.what === "copy" && (
        <CopyDialog {...{ article: asked.article, spaces }} onTell={setTold} onClose={close} />
      )}
      {asked?.what === "move" && (
        <MoveDialog {...{ article: asked.article, spaces }} onTell={setTold} onClose={close} />
      )}
      <p role="status" className="sr-only">
        {told?.words}
      </p>
      {told && <Toast key={told.words} {...told} onGone={() => setTold(null)} />}
    </ShelfContext>
  );
}

/** Archives an article or brings it back at once, and offers the opposite. */
function useArchive(tell: (told: Told) => void): Shelf["archive"] {
  const words = useTranslations("library");
  const ask = useAskServer();
  const router = useRouter();
  const archive: Shelf["archive"] = async (article, archived) => {
    const { id, title } = article;
    const wanted = { method: "PATCH", body: { archived }, expect: z.unknown() } as const;
    const answer = await ask(`/articles/${id}`, wanted);
    if (!answer.ok) {
      tell({ words: answer.sentence, act: null });
      return;
    }
    const undo = { name: words("undo"), run: () => archive(article, !archived) };
    tell({ words: words(archived ? "is-archived" : "is-back", { title }), act: undo });
    router.refresh();
  };
  return archive;
}
