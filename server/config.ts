// The settings: environment variables only, all optional. The one file that reads them.

import { hostname, networkInterfaces } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { SPACE_MAKERS, type SpaceMakers } from "#domain/space.ts";
import { ACCOUNT_SETTINGS, type AccountSettings, accountSettingsOf } from "./accounts/settings.ts";
import { isNetwork, type Proxies } from "./caller-address.ts";
import { Refusal } from "./refusal.ts";
import { DEFAULT_LIMITS, type SyncLimits } from "./sync/limits.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

export type Config = {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The origin under which people reach this server, such as `https://postil.example`; null: where it listens. */
  readonly publicUrl: string | null;
  /** The absolute path of the data folder. */
  readonly data: string;
  /** What signs sessions; null when it is to be made and kept in the data folder. */
  readonly secret: string | null;
  readonly accounts: AccountSettings;
  /** Whose `X-Forwarded-For` counts. */
  readonly trustedProxies: Proxies;
  readonly spaceMakers: SpaceMakers;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly limits: SyncLimits;
};

/** Where people reach the server, and where their browsers may come from. */
export type Address = { readonly url: string; readonly origins: ReadonlySet<string> };

/** A whole number above 0. */
const limit = (name: string, normally: number) =>
  z
    .string()
    .default(String(normally))
    .refine((text) => /^[1-9]\d{0,8}$/.test(text), {
      error: `${name} must be a whole number above 0, such as ${normally}.`,
    })
    .transform(Number);

const SETTINGS = z.object({
  PORT: z
    .string()
    .default("3000")
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536, {
      error: "PORT must be a whole number from 0 to 65535, such as 3000.",
    })
    .transform(Number),
  HOST: z
    .string()
    .regex(
      /^[A-Za-z0-9.:-]+$/,
      "HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0.",
    )
    .default("127.0.0.1"),
  POSTIL_URL: z
    .string()
    .refine((text) => originOf(text) !== null, {
      error: "POSTIL_URL must be an origin without a path, such as https://postil.example.",
    })
    .transform((text) => originOf(text) ?? text)
    .optional(),
  POSTIL_DATA: z.string().default("./data"),
  POSTIL_SECRET: z
    .string()
    .min(32, "POSTIL_SECRET must have at least 32 characters; leave it out to have one made.")
    .optional(),
  ...ACCOUNT_SETTINGS,
  POSTIL_TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text) => text.split(",").map((each) => each.trim()))
    .transform((all) => all.filter((each) => each !== ""))
    .refine((all) => all.every(isNetwork), {
      error: "POSTIL_TRUSTED_PROXIES must be addresses or networks, such as 127.0.0.1,10.0.0.0/8.",
    }),
  POSTIL_SPACES: z
    .enum(SPACE_MAKERS, `POSTIL_SPACES must be one of ${SPACE_MAKERS.join(", ")}.`)
    .default("everyone"),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}.`)
    .default("info"),
  POSTIL_LIMIT_MESSAGES: limit("POSTIL_LIMIT_MESSAGES", DEFAULT_LIMITS.messages),
  POSTIL_LIMIT_ARTICLE: limit("POSTIL_LIMIT_ARTICLE", DEFAULT_LIMITS.perArticle),
  POSTIL_LIMIT_PERSON: limit("POSTIL_LIMIT_PERSON", DEFAULT_LIMITS.perPerson),
  POSTIL_LIMIT_ADDRESS: limit("POSTIL_LIMIT_ADDRESS", DEFAULT_LIMITS.perAddress),
});

/** Reads the settings from `environment`. Throws Refusal, which names the first wrong one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // an empty variable is one that was not set
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const settings = SETTINGS.safeParse(Object.fromEntries(given));
  if (!settings.success)
    throw new Refusal(settings.error.issues[0]?.message ?? "A setting is wrong.");
  const { PORT, HOST, POSTIL_URL, POSTIL_DATA, POSTIL_SECRET, LOG_LEVEL, ...others } =
    settings.data;
  return {
    port: PORT,
    host: HOST,
    publicUrl: POSTIL_URL ?? null,
    data: resolve(POSTIL_DATA),
    secret: POSTIL_SECRET ?? null,
    accounts: accountSettingsOf(others),
    trustedProxies: others.POSTIL_TRUSTED_PROXIES,
    spaceMakers: others.POSTIL_SPACES,
    logLevel: LOG_LEVEL,
    limits: {
      messages: others.POSTIL_LIMIT_MESSAGES,
      perArticle: others.POSTIL_LIMIT_ARTICLE,
      perPerson: others.POSTIL_LIMIT_PERSON,
      perAddress: others.POSTIL_LIMIT_ADDRESS,
    },
  };
}

/** The settings of this process. Throws Refusal when one is wrong. */
export function configOfProcess(): Config {
  return readConfig(process.env);
}

/** Tells the pages, which run in this process, where they reach `/api`, and whether they are being written. */
export function tellPages({
  origin,
  dev,
}: {
  readonly origin: string;
  readonly dev: boolean;
}): void {
  Object.assign(process.env, {
    POSTIL_INTERNAL_ORIGIN: origin,
    NODE_ENV: dev ? "development" : "production",
  });
}

/** Where people reach a server that listens on `port`, and where their browsers may come from. */
export function addressOf({ publicUrl, host }: Config, port: number): Address {
  return publicUrl === null
    ? { url: reachableUrl(host, port), origins: ownOrigins(host, port) }
    : { url: publicUrl, origins: new Set([publicUrl]) };
}

/** The address that a server listens on. */
export const listeningUrl = (host: string, port: number): string =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

/** An address under which this machine reaches a server that listens on `host`. */
export const reachableUrl = (host: string, port: number): string =>
  listeningUrl(EVERYWHERE.includes(host) ? "127.0.0.1" : host, port);

const EVERYWHERE = ["0.0.0.0", "::"];
const LOOPBACK = ["localhost", "127.0.0.1", "::1"];

/** Where browsers come from when nobody said: this machine's own names, as far as `host` listens there. */
function ownOrigins(host: string, port: number): Set<string> {
  const isLoopback = LOOPBACK.includes(host) || host.startsWith("127.");
  const others = EVERYWHERE.includes(host) ? ownNames() : isLoopback ? LOOPBACK : [];
  return new Set(
    [host, ...others].flatMap((each) => URL.parse(listeningUrl(each, port))?.origin ?? []),
  );
}

/** Names and addresses of this machine, as its neighbours write them. */
function ownNames(): readonly string[] {
  const interfaces = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const addresses = interfaces.map(({ address }) => address);
  return [...LOOPBACK, hostname(), `${hostname()}.local`, ...addresses];
}

/** The origin that `text` is, or null when it is none, or more than an origin. */
function originOf(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return null;
  return url.href === `${url.origin}/` ? url.origin : null;
}
