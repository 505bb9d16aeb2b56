// The accounts library's own tables, as far as they are used here; their times are ISO 8601 in UTC.

export type AccountTables = {
  user: {
    readonly id: string;
    name: string;
    colour: number | null;
    /** Of a guest a made-up one. */
    email: string;
    emailVerified: number;
    /** 1 for a guest. */
    isAnonymous: number | null;
    twoFactorEnabled: number | null;
    /** 1 for who owns this Postil. */
    owner: number | null;
    readonly createdAt: string;
    updatedAt: string;
  };
  session: {
    readonly id: string;
    readonly userId: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly expiresAt: string;
  };
  /** What makes the codes that an account asks for; its secrets are read by the library only. */
  twoFactor: { readonly id: string; readonly userId: string };
  /** Short-lived proofs, such as that of a password while the code is awaited. */
  verification: { readonly id: string; readonly value: string };
  /** What proves who somebody is: a password's hash, or an identity elsewhere. */
  account: {
    readonly id: string;
    readonly userId: string;
    readonly providerId: string;
    readonly accountId: string;
    password: string | null;
    readonly createdAt: string;
    updatedAt: string;
  };
};
