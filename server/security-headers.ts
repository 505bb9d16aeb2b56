// Headers that go with every answer.

const CONTENT_SECURITY_POLICY = {
  "default-src": "'self'",
  "img-src": "'self' data:",
  "style-src": "'self' 'unsafe-inline'",
  "script-src": "'self' 'unsafe-inline'",
  "connect-src": "'self' ws: wss:",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
} as const;

const HEADERS: readonly (readonly [name: string, value: string])[] = [
  ["Content-Security-Policy", policy(CONTENT_SECURITY_POLICY)],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
];

const HTTPS_ONLY = ["Strict-Transport-Security", "max-age=31536000"] as const;

/** In development React rebuilds stack traces with `eval`. */
const DEVELOPMENT = [
  "Content-Security-Policy",
  policy({ ...CONTENT_SECURITY_POLICY, "script-src": "'self' 'unsafe-inline' 'unsafe-eval'" }),
] as const;

/** The headers for a server that people reach by https (`secure`), or that reloads pages while they are written. */
export function securityHeaders(server: {
  readonly secure: boolean;
  readonly reload: unknown;
}): readonly (readonly [name: string, value: string])[] {
  const extra = [
    ...(server.secure ? [HTTPS_ONLY] : []),
    ...(server.reload === null ? [] : [DEVELOPMENT]),
  ];
  return [...HEADERS, ...extra];
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
