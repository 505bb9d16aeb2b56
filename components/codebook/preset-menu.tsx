// What the labels of a kind can start from.

import { useTranslations } from "use-intl";
import { LABEL_PRESETS, type LabelPreset } from "#domain/scheme/presets/presets.ts";
import { MOST_OFFERED } from "#domain/scheme/scheme.ts";
import { presetWith, startFromLabels } from "#domain/scheme/scheme-presets.ts";
import { buttonLook } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import type { KindEditorProps } from "./kind-editor.tsx";

export function PresetMenu({ kind, editor, announce }: KindEditorProps) {
  const words = useTranslations("scheme");
  const { draft, change, tell, speech } = editor;
  const { say } = speech;
  const start = async (preset: LabelPreset): Promise<void> => {
    const labels = (await preset.load()).map((label) => presetWith(label, say));
    change(startFromLabels(draft.now, kind.id, labels));
    const offered = Math.min(preset.count, MOST_OFFERED);
    const sentence = words("started", {
      preset: say(preset.name),
      offered,
      hidden: preset.count - offered,
    });
    tell(sentence);
    announce(sentence);
  };
  // those that suit this kind come first
  const presets = LABEL_PRESETS.toSorted(
    (a, b) => Number(b.kind === kind.id) - Number(a.kind === kind.id),
  );
  return (
    <Popover
      label={words("start-from")}
      className="w-96 flex-col p-2 open:flex"
      button={{ className: buttonLook("plain"), children: words("start-from") }}
    >
      {(close) => (
        <>
          <p className="px-3 py-2 text-muted text-sm">{words("start-hint")}</p>
          {presets.map((preset) => (
            <button
              key={preset.id}
              type="button"
              onClick={() => {
                close();
                void start(preset);
              }}
              className="flex flex-col rounded-md px-3 py-2 text-start hover:bg-sunken"
            >
              <span className="flex items-baseline gap-2">
                <span className="grow font-medium">{say(preset.name)}</span>
                <span className="text-muted text-sm">
                  {words("preset-labels", { count: preset.count })}
                </span>
              </span>
              <span className="text-muted text-sm">
                {preset.source}
                {preset.kind === kind.id && ` · ${words("suits")}`}
              </span>
            </button>
          ))}
        </>
      )}
    </Popover>
  );
}
