// Headers that go with every answer, and what a page may load and run.

import { randomBytes } from "node:crypto";

type Directives = Readonly<Record<string, string>>;

/** What an answer may do that is no page, should a browser show it as one: nothing. */
const NOTHING: Directives = {
  "default-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

/** Only what bears the nonce of this very answer runs, and what that loads. */
const pageDirectives = (nonce: string): Directives => ({
  "default-src": "'none'",
  "script-src": `'nonce-${nonce}' 'strict-dynamic'`,
  "style-src": `'self' 'nonce-${nonce}'`,
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
});

/** While pages are written: React rebuilds stack traces with `eval`, and styles are put in by script. */
const writtenDirectives = (nonce: string): Directives => ({
  ...pageDirectives(nonce),
  "script-src": `'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`,
  "style-src": "'self' 'unsafe-inline'",
});

type Header = readonly [name: string, value: string];

const EVERYWHERE: readonly Header[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
  [
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  ],
  ["Content-Security-Policy", written(NOTHING)],
];

const HTTPS_ONLY: Header = ["Strict-Transport-Security", "max-age=31536000"];

/** The headers of every answer; `secure`: whether people reach the server by https. */
export const securityHeaders = (secure: boolean): readonly Header[] =>
  secure ? [...EVERYWHERE, HTTPS_ONLY] : EVERYWHERE;

/** A policy for one page, and the nonce in it. `isWritten`: whether pages are reloaded while they are written. */
export function pagePolicy(isWritten: boolean): {
  readonly nonce: string;
  readonly policy: string;
} {
  const nonce = randomBytes(16).toString("base64");
  return { nonce, policy: written((isWritten ? writtenDirectives : pageDirectives)(nonce)) };
}

function written(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
