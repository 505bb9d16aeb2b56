// Light, dark, or as the device has it.

import { useTranslations } from "use-intl";
import { Pill } from "../../ui/pill.tsx";
import { THEMES, useTheme } from "../../ui/theme.ts";

export function ThemeChoice() {
  const words = useTranslations("desk");
  const [theme, choose] = useTheme();
  return (
    <fieldset className="flex gap-1">
      <legend className="sr-only">{words("theme")}</legend>
      {THEMES.map((each) => (
        <Pill
          key={each}
          name="theme"
          checked={theme === each}
          onCheck={() => choose(each)}
          className="grow px-2"
        >
          {words(`theme-${each}`)}
        </Pill>
      ))}
    </fieldset>
  );
}
