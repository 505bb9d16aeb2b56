// The shell of every page: fonts, colours, the theme chosen in this browser, the visitor's language.

import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./globals.css";
import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import sourceSerif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { Alive } from "#components/ui/alive.tsx";
import { EARLY_HANDS_SCRIPT } from "#components/ui/early-hands-script.ts";
import { WithNonce } from "#components/ui/inline-style.tsx";
import { THEME_SCRIPT } from "#components/ui/theme-script.ts";
import { readNonce } from "./nonce.ts";
import { readLanguage, readWords, WithWords } from "./words.tsx";

const SCRIPTS = THEME_SCRIPT + EARLY_HANDS_SCRIPT;

export async function generateMetadata(): Promise<Metadata> {
  const words = await readWords("pages");
  return {
    title: { default: "Postil", template: "%s · Postil" },
    description: words("description"),
    referrer: "same-origin",
  };
}

export const viewport: Viewport = {
  // what stands at the bottom stays above a phone's keyboard
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#161513" },
  ],
};

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const { tag, direction } = await readLanguage();
  const nonce = await readNonce();
  // so that they are here before the first paint: after it they would not be used (steady-fonts.mjs)
  for (const font of [sourceSerif, inter]) preload(font, { as: "font", crossOrigin: "anonymous" });
  return (
    <html lang={tag} dir={direction} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: constants of ours; they must run before the first paint */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: SCRIPTS }} />
      </head>
      <body>
        <WithNonce nonce={nonce}>
          <WithWords areas={[]}>{children}</WithWords>
          <Alive />
        </WithNonce>
      </body>
    </html>
  );
}
