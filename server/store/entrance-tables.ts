// The tables of how people come into spaces, wait there, and come back.

import type { Generated } from "kysely";
import type { Role } from "#domain/person.ts";

export type EntranceTables = {
  /** The links that lead into spaces. */
  invite: {
    readonly id: string;
    readonly space_id: string;
    /** SHA-256 of the token, in hexadecimal. */
    readonly hash: string;
    readonly role: Role;
    readonly expires_at: number;
    /** Null: as many as want to. */
    uses_left: number | null;
    made_by: string | null;
    readonly made_at: number;
    /** Null: it is good; else it leads nowhere, and can be brought back for a while. */
    revoked_at: Generated<number | null>;
  };
  /** Invites for one address each. */
  personal_invite: {
    readonly id: string;
    readonly space_id: string;
    /** In lower case; null once it was used. */
    email: string | null;
    /** SHA-256 of the token, in hexadecimal. */
    hash: string;
    role: Role;
    /** Whether the token goes to the address by mail, and to nobody else; and whether that failed. */
    mailed: number;
    unsent: Generated<number>;
    expires_at: number;
    /** A user id, once it was used. */
    used_by: string | null;
    made_by: string | null;
    made_at: number;
    /** As that of `invite`. */
    revoked_at: Generated<number | null>;
  };
  /** The code by which a space can be entered just now, at most one each. */
  class_code: {
    readonly space_id: string;
    code: string;
    expires_at: number;
  };
  /** The code that each space had before, as it was closed a moment ago. */
  closed_code: {
    readonly space_id: string;
    code: string;
    expires_at: number;
    /** The code that was opened in its place; null: none. */
    replaced_by: string | null;
    closed_at: number;
  };
  /** Those who came by the code and wait to be let in, or were refused. */
  waiting: {
    readonly space_id: string;
    readonly user_id: string;
    /** By which the newcomer asks how things stand, without knowing the space. */
    readonly id: string;
    asked_at: number;
    refused_at: number | null;
  };
  /** Who was removed a moment ago, as what they were. */
  removal: {
    readonly space_id: string;
    readonly user_id: string;
    readonly role: Role;
    readonly joined_at: number;
    readonly removed_at: number;
  };
  /** The codes by which guests take their seats to other browsers. */
  seat_code: {
    readonly space_id: string;
    readonly user_id: string;
    /** SHA-256 of the code, in hexadecimal. */
    hash: string;
    made_by: string | null;
    expires_at: number;
  };
};
