// Inserts a table; inside one, a menu of what can be done to it.

import type { Editor } from "@tiptap/core";
import { Table } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { walkWithArrows } from "../../ui/arrow-keys.ts";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { ToolButton, useToolLook } from "./tool-button.tsx";

type TableToolProps = { readonly editor: Editor };

/** A new table: one row of headings and two of cells. */
const NEW_TABLE = { rows: 3, cols: 3, withHeaderRow: true };

const CHANGES = [
  ["row-above", (editor: Editor) => editor.commands.addRowBefore()],
  ["row-below", (editor: Editor) => editor.commands.addRowAfter()],
  ["column-before", (editor: Editor) => editor.commands.addColumnBefore()],
  ["column-after", (editor: Editor) => editor.commands.addColumnAfter()],
  ["heading-row", (editor: Editor) => editor.commands.toggleHeaderRow()],
  ["delete-row", (editor: Editor) => editor.commands.deleteRow()],
  ["delete-column", (editor: Editor) => editor.commands.deleteColumn()],
  ["delete-table", (editor: Editor) => editor.commands.deleteTable()],
] as const;

export function TableTool({ editor }: TableToolProps): ReactNode {
  const words = useTranslations("article");
  if (editor.isActive("table")) return <TableMenu editor={editor} />;
  const insert = (): void => void editor.chain().focus().insertTable(NEW_TABLE).run();
  return <ToolButton label={words("insert-table")} icon={Table} press={insert} />;
}

function TableMenu({ editor }: TableToolProps): ReactNode {
  const words = useTranslations("article");
  const look = useToolLook({ label: words("table"), icon: Table, on: true });
  return (
    <Popover label={words("table")} className="p-1" button={look}>
      {(close) => (
        <div
          role="toolbar"
          aria-label={words("table")}
          aria-orientation="vertical"
          className="flex flex-col"
          onKeyDown={walkWithArrows}
        >
          {CHANGES.map(([name, change]) => (
            <Button
              key={name}
              look="quiet"
              className="justify-start! text-ink!"
              onClick={() => {
                close();
                change(editor);
                editor.commands.focus();
              }}
            >
              {words(name)}
            </Button>
          ))}
        </div>
      )}
    </Popover>
  );
}
