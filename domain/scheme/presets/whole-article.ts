// Questions about an article as a whole, in our own words.

export const FIVE_QUESTIONS: readonly string[] = [
  "Who made this, and who paid for it?",
  "What does it do to catch the eye: headline, picture, order, choice of words?",
  "How would somebody from another place, party or age read it?",
  "Whose lives, values and views are in it, and whose are left out?",
  "What is it meant to achieve: inform, sell, persuade, please?",
];

export const THREE_GROUPS: readonly string[] = [
  "Who wrote it for whom, who profits, and what should readers feel or do afterwards?",
  "What does it say, by which means, and how else could it be understood?",
  "When was it made, what is fact and what opinion in it, and can it be believed? How do you know?",
];

export const SIFT: readonly string[] = [
  "Stop: what do I feel right now, and do I know this site?",
  "Investigate the source: who is behind it, by what others say of them?",
  "Find better coverage: what do other outlets that I trust report?",
  "Trace quotes, figures and pictures to where they come from: is it the same there?",
];
