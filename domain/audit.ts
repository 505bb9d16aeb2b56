// What is written down about a space, for its owners: who did what, and when.

/** What may have been done. The words stay: they are stored. */
export const AUDIT_VERBS = [
  "space-created",
  "space-renamed",
  "space-archived",
  "space-restored",
  "settings-changed",
  "joined",
  "waited",
  "admitted",
  "refused",
  "left",
  "removed",
  "role-changed",
  "annotations-hidden",
  "annotations-shown",
  "article-imported",
  "article-locked",
  "article-unlocked",
  "article-shown",
  "exported",
  "erased",
  "invite-made",
  "person-invited",
  "invite-revoked",
  "code-opened",
  "code-closed",
  "seat-moved",
  "account-made",
  "password-reset",
  "two-factor-ended",
  "email-changed",
  "token-made",
  "token-revoked",
] as const;

export type AuditVerb = (typeof AUDIT_VERBS)[number];
