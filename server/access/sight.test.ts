// Who sees whom: roles by visibility by names.

import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "#domain/person.ts";
import { VISIBILITIES } from "#domain/space.ts";
import { SCHEME_ROOM, STATE_ROOM } from "#domain/wire.ts";
import { asPeer } from "./peer-alias.ts";
import { namedToAll, type Sharing, sightOf } from "./sight.ts";

const person = (id: string) => ({ id, name: `Name of ${id}`, colour: 3 });
const [me, peer, editor] = [person("me"), person("peer"), person("editor")];

const settings = VISIBILITIES.flatMap((visibility) =>
  [true, false].map((namesShown) => ({ visibility, namesShown })),
);

function sharingFor(role: Role, setting: Pick<Sharing, "visibility" | "namesShown">): Sharing {
  const edits = role === "editor" || role === "owner";
  return { ...setting, space: "class", editors: new Set(["editor", ...(edits ? ["me"] : [])]) };
}

describe.each(ROLES.flatMap((role) => settings.map((setting) => ({ role, ...setting }))))(
  "$role, $visibility, names $namesShown",
  ({ role, ...setting }) => {
    const sharing = sharingFor(role, setting);
    const sight = sightOf({ userId: "me", role }, sharing);
    const edits = sharing.editors.has("me");
    const isOwn = setting.visibility === "own" && !edits;

    test("[V1] one's own layer and editors' are always seen, peers' unless each sees their own", () => {
      expect([sight.sees("me"), sight.sees("editor")]).toEqual([true, true]);
      expect(sight.sees("peer")).toBe(!isOwn);
    });

    test("[V2] only one's own layer and the scheme are told whole where peers are not seen", () => {
      const rooms = ["me", SCHEME_ROOM, "editor", "peer", STATE_ROOM];
      expect(rooms.map(sight.seesWhole)).toEqual([true, true, !isOwn, !isOwn, !isOwn]);
    });

    test("[V4] peers are known by an alias where names are not shown, and not at all where they are not seen", () => {
      expect([sight.knownAs(me), sight.knownAs(editor)]).toEqual([me, editor]);
      const known = edits || setting.namesShown ? peer : asPeer("class", peer);
      expect(sight.knownAs(peer)).toEqual(isOwn ? null : known);
    });

    test("[V4] nobody mentions a peer by a name that others may not read", () => {
      const { name } = namedToAll(sight, peer);
      expect(name === peer.name).toBe(setting.namesShown);
    });
  },
);

test("[V1] a stranger sees nothing and nobody", () => {
  const sharing = sharingFor("viewer", { visibility: "open", namesShown: true });
  const sight = sightOf({ userId: "me", role: null }, sharing);
  expect([sight.sees("me"), sight.seesWhole("me"), sight.knownAs(me)]).toEqual([
    false,
    false,
    null,
  ]);
});

test("[V4] an alias tells neither name nor colour, is another in each space, and hardly ever that of two", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.string(), fc.nat(11), (id, name, colour) => {
      const alias = asPeer("class", { id, name, colour });
      expect(alias).toEqual(asPeer("class", { id, name: "another", colour: 0 }));
      expect(alias.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+ \d{1,2}$/);
    }),
  );
  const names = (space: string) =>
    Array.from({ length: 200 }, (_, at) => asPeer(space, person(`user ${at}`)).name);
  expect(new Set(names("class")).size).toBeGreaterThan(195);
  expect(names("class")).not.toEqual(names("another"));
});

test("[V1] equal names of sights are equal sights", () => {
  const own = (editors: string[], userId = "me") =>
    sightOf(
      { userId, role: "annotator" },
      { space: "class", visibility: "own", namesShown: true, editors: new Set(editors) },
    ).name;
  expect(own(["a", "b"])).toBe(own(["b", "a"]));
  expect(own(["a"])).not.toBe(own(["b"]));
  expect(own(["a"])).not.toBe(own(["a"], "you"));
});

test("[V1] no route reads everybody's layers but what forgets decisions, tells editors of people's work, or gathers one person's", () => {
  const code = globSync("server/**/*.ts", { exclude: ["**/*.test.ts", "**/*.test-kit.ts"] });
  const reads = (file: string) =>
    /\.(annotations|talk)\((?!\(?owner|sees|[\w.]*sight\.sees|\))/.test(readFileSync(file, "utf8"));
  const all = code.filter((file) => !file.includes("/rooms/") && reads(file)).sort();
  const allowed = ["decide.ts", "people-work.ts", "person-data.ts"];
  expect(all).toEqual(allowed.map((file) => `server/api/${file}`));
});
