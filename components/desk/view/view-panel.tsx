// What stands in the view menu.

import { BookOpen, Download, Eye, EyeOff, Printer } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../ui/button.tsx";
import { Check } from "../../ui/check.tsx";
import { LanguageChoice } from "../../words/language-choice.tsx";
import { useOthersAloud } from "../use-others-marks.ts";
import { SHOW_ALL, showsAll } from "./filter.ts";
import { Legend, type LegendProps } from "./legend.tsx";
import { LookChoice } from "./look-choice.tsx";
import { ThemeChoice } from "./theme-choice.tsx";

export type ViewPanelProps = LegendProps & {
  /** Hides all marks, or shows them again. */
  readonly onFocus: () => void;
  readonly onPrint: () => void;
  readonly onDownload: () => void;
  readonly onCodebook: () => void;
  /** Whether what a mouse or a finger selects is widened to whole words. */
  readonly wholeWords: boolean;
  readonly onWholeWords: (on: boolean) => void;
};

export function ViewPanel({ close, ...props }: ViewPanelProps & { readonly close: () => void }) {
  const words = useTranslations("view");
  const desk = useTranslations("desk");
  const { view, onView, onFocus, onPrint, onDownload, onCodebook } = props;
  const leaving = (go: () => void) => (): void => {
    close();
    go();
  };
  return (
    <div className="flex flex-col gap-2">
      <LookChoice look={view.look} onLook={(look) => onView({ ...view, look })} />
      <Legend {...props} />
      {!showsAll(view.filter) && (
        <Button
          look="quiet"
          className="self-start"
          onClick={() => onView({ ...view, filter: SHOW_ALL })}
        >
          {desk("show-all")}
        </Button>
      )}
      <div className="flex flex-wrap border-rule border-t pt-2">
        <Button look="quiet" onClick={onFocus}>
          {view.focus ? <Eye size={16} aria-hidden /> : <EyeOff size={16} aria-hidden />}
          {words(view.focus ? "show-marks" : "hide-marks")}
        </Button>
        <Button look="quiet" onClick={leaving(onPrint)}>
          <Printer size={16} aria-hidden />
          {words("print")}
        </Button>
        <Button look="quiet" onClick={leaving(onDownload)}>
          <Download size={16} aria-hidden />
          {words("download")}
        </Button>
        <Button look="quiet" className="sm:hidden" onClick={leaving(onCodebook)}>
          <BookOpen size={16} aria-hidden />
          {words("codebook")}
        </Button>
      </div>
      <div className="border-rule border-t pt-2">
        <Check checked={props.wholeWords} onToggle={() => props.onWholeWords(!props.wholeWords)}>
          {desk("whole-words")}
        </Check>
        <p className="ps-8 text-muted text-sm pointer-coarse:hidden">{desk("whole-words-hint")}</p>
      </div>
      <OthersAloud />
      <div className="flex flex-col gap-2 border-rule border-t pt-2">
        <ThemeChoice />
        <LanguageChoice />
      </div>
    </div>
  );
}

function OthersAloud() {
  const words = useTranslations("desk");
  const [isAloud, setAloud] = useOthersAloud();
  return (
    <Check checked={isAloud} onToggle={() => setAloud(!isAloud)}>
      {words("others-aloud")}
    </Check>
  );
}
