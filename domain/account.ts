// What accounts are known by, as the server checks it and the forms say it.

/** How many characters a password has at least and at most, in UTF-16 code units. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

/** The longest e-mail address, in UTF-16 code units. */
export const EMAIL_LENGTH = 254;

/** Who may make an account: everybody, who was let into a space that is not open to all, or nobody. */
export const SIGN_UPS = ["open", "invited", "closed"] as const;

export type SignUp = (typeof SIGN_UPS)[number];
