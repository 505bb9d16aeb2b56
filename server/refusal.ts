// Why Postil does not start, in a sentence for the person who started it.

/** Ends the start; its message is printed as it stands, without a stack. */
export class Refusal extends Error {}
