// Webhooks: what a space tells other programs about, and what became of it.

/** What owners choose from; each stands for some kinds of events. */
export const HOOK_TOPICS = ["annotations", "replies", "articles", "people"] as const;

export type HookTopic = (typeof HOOK_TOPICS)[number];

/** All that is told, by its topic. The words stay: other programs read them. */
export const HOOK_EVENTS = {
  "annotation.created": "annotations",
  "annotation.changed": "annotations",
  "annotation.voted": "annotations",
  "annotation.deleted": "annotations",
  "reply.created": "replies",
  "reply.changed": "replies",
  "reply.deleted": "replies",
  "article.added": "articles",
  "article.version": "articles",
  "article.archived": "articles",
  "article.restored": "articles",
  "article.moved": "articles",
  "member.joined": "people",
  "member.left": "people",
  "member.changed": "people",
} as const satisfies Readonly<Record<string, HookTopic>>;

export type HookEvent = keyof typeof HOOK_EVENTS;

/** How many webhooks a space may have. */
export const HOOKS = 5;

/** Why a delivery got no answer. */
export const HOOK_FAULTS = ["address-refused", "address-unknown", "unreachable", "slow"] as const;

export type HookFault = (typeof HOOK_FAULTS)[number];

/** Why a webhook is off: by hand, after a day of failures, or because the other end said that it is gone. */
export const HOOK_ENDS = ["by-hand", "failing", "gone"] as const;

export type HookEnd = (typeof HOOK_ENDS)[number];

/** `waiting`: it is tried again. */
export const DELIVERY_STATES = ["waiting", "done", "failed"] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];
