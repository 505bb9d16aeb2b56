// The same matrix for people with an account and for their scripts: what a session, half a session and
// each kind of token open, over the API.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Caller } from "../test-server.ts";
import { ask, type Ids, isOfSomebody, Matrix } from "./matrix.test-kit.ts";
import type { Asker, RouteExample } from "./route-example.test-kit.ts";
import { ROUTES } from "./routes.test-kit.ts";
import { codeOf } from "./totp.test-kit.ts";

const PASSWORD = "a long password";

/** As what somebody is to be answered in their space by each of these. */
const ROLES = ["viewer", "annotator", "editor", "owner"] as const;
type Role = (typeof ROLES)[number];

type Person = Caller & { readonly id: string };

let matrix: Matrix;
let another: Ids;
/** The hash of `PASSWORD`, which is costly to make. */
let hash: string;
beforeAll(async () => {
  matrix = await Matrix.start();
  const { server } = matrix;
  another = await matrix.madeBy(await server.guest());
  server.sql(
    "INSERT INTO space (id, name, scheme, open_to_guests, created_at) VALUES ('desk', 'Desk', 'postil-core', 0, 0)",
  );
  await signUp("first@example.org");
  hash = String(server.sql("SELECT password FROM account")[0]?.password);
});
afterAll(() => matrix.server.stop());

/** Makes an account in the way that people do, who were let in at the desk. */
async function signUp(email: string): Promise<Caller> {
  const guest = await matrix.server.guest();
  matrix.server.sql("INSERT INTO member VALUES ('desk', ?, 'viewer', 1)", guest.id);
  const { status } = await guest.ask("/api/accounts", { json: { email, password: PASSWORD } });
  expect(status).toBe(201);
  return guest;
}

/** Somebody with an account, in the space of the sample and at the desk. */
async function person(): Promise<Person> {
  const { server } = matrix;
  const guest = await server.guest();
  const { id } = guest;
  server.sql("UPDATE user SET isAnonymous = 0, email = ? WHERE id = ?", `${id}@example.org`, id);
  server.sql(
    `INSERT INTO account (id, userId, providerId, accountId, password, createdAt, updatedAt)
     VALUES (?1, ?1, 'credential', ?1, ?2, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`,
    id,
    hash,
  );
  server.sql("INSERT INTO member VALUES ('desk', ?, 'viewer', 1)", id);
  return guest;
}

type Wish = { readonly access: "read" | "write"; readonly spaces: readonly string[] | null };

/** A script with a token of its own. */
async function scriptOf(
  owner: Caller,
  wish: Wish,
  isRevoked: boolean,
): Promise<Pick<Caller, "ask">> {
  const { body } = await owner.ask("/api/tokens", { json: { name: "Script", ...wish } });
  if (isRevoked) await owner.ask(`/api/tokens/${body.id}`, { method: "DELETE" });
  return showing({ authorization: `Bearer ${body.token}` });
}

const showing = (shown: Readonly<Record<string, string>>): Pick<Caller, "ask"> => ({
  ask: (path, asking = {}) =>
    matrix.server.stranger().ask(path, { ...asking, headers: { ...asking.headers, ...shown } }),
});

/** What a script is to be answered that stands as `asker` in the space. */
function expectedOfScript(asker: Asker, example: RouteExample, isOwn: boolean): number {
  const demand = matrix.demands.get(example.route) ?? "nothing";
  // who asks for nothing knows no script either
  if (demand === "nothing") return matrix.expected({ asker: "nobody", example, isOwn });
  if (asker !== "nobody" && (demand === "session" || demand === "account")) return 403;
  return matrix.expected({ asker, example, isOwn });
}

/** How long all routes may take one after the other, in milliseconds. */
const ALL_ROUTES = 90_000;

/**
 * Plays all routes and tells where the answer is not the expected one. Each is played by somebody new,
 * unless `who` is told: whoever is nobody changes nothing.
 */
async function surprises(
  role: Role,
  shows: (person: Person) => Promise<Pick<Caller, "ask">>,
  expected: (example: RouteExample, isOwn: boolean) => number,
  who?: Person,
): Promise<readonly string[]> {
  const found: string[] = [];
  const madeByWho = who && (await matrix.madeBy(who));
  const play = async (example: RouteExample, isOwn: boolean): Promise<void> => {
    const owner = who ?? (await person());
    const made = isOwn && isOfSomebody(example) ? (madeByWho ?? (await matrix.madeBy(owner))) : {};
    const ids = isOwn ? { userId: owner.id, ...made } : another;
    const caller = await shows(owner);
    matrix.setRole(role, owner);
    const { status } = await ask(caller, example, { ...matrix.place, ...ids });
    const due = expected(example, isOwn);
    if (status !== due)
      found.push(`${example.route} ${JSON.stringify(example.json)}: ${status}, not ${due}`);
  };
  for (const example of ROUTES) await play(example, true);
  for (const example of ROUTES.filter(isOfSomebody)) await play(example, false);
  return found;
}

test.each(ROLES)(
  "[H1] an account of the role %s is answered as that, and about itself",
  async (role) => {
    const found = await surprises(
      role,
      async (owner) => owner,
      (example, isOwn) => matrix.expected({ asker: role, example, isOwn, isHolder: true }),
    );
    expect(found).toEqual([]);
  },
  ALL_ROUTES,
);

test.each([
  ["annotator", "a token for writing is answered as its person", "write", null, "annotator"],
  ["owner", "a token for writing is answered as an editor at most", "write", null, "editor"],
  ["owner", "a token for reading is answered as a viewer", "read", null, "viewer"],
  ["owner", "a token for another space is a stranger's", "write", ["desk"], "stranger"],
  ["owner", "a revoked token is nobody's", "write", null, "nobody"],
] as const)(
  "[H1] [P20] of an %s: %s",
  async (role, _, access, spaces, asker) => {
    const nobody = asker === "nobody" ? await person() : undefined;
    const revoked = nobody && (await scriptOf(nobody, { access, spaces }, true));
    const found = await surprises(
      role,
      async (owner) => revoked ?? (await scriptOf(owner, { access, spaces }, false)),
      (example, isOwn) => expectedOfScript(asker, example, isOwn),
      nobody,
    );
    expect(found).toEqual([]);
  },
  ALL_ROUTES,
);

test(
  "[H1] [P17] who gave the password and still owes the code is nobody",
  async () => {
    const { server } = matrix;
    const account = { email: "ada@example.net", password: PASSWORD };
    const owner = await signUp(account.email);
    const { body } = await owner.ask("/api/two-factor", { json: { password: PASSWORD } });
    const json = { code: codeOf(body.uri) };
    expect((await owner.ask("/api/two-factor/confirm", { json })).status).toBeLessThan(300);
    const half = server.stranger();
    const { status } = await half.ask("/api/sign-in", { json: account });
    expect([status, half.cookie === ""]).toEqual([202, false]);
    const found = await surprises(
      "owner",
      async () => showing({ cookie: half.cookie }),
      (example, isOwn) => matrix.expected({ asker: "nobody", example, isOwn }),
      await person(),
    );
    expect(found).toEqual([]);
  },
  ALL_ROUTES,
);
