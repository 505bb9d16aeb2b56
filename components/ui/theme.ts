// Light or dark: as the device says, or as chosen in this browser.

import { useRemembered } from "./browser-memory.ts";
import { THEME_KEY } from "./theme-script.ts";

export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** The chosen theme, and the function that shows another one at once and remembers it. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [kept, keep] = useRemembered(THEME_KEY);
  const choose = (theme: Theme): void => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    keep(theme);
  };
  return [THEMES.find((theme) => theme === kept) ?? "system", choose];
}
