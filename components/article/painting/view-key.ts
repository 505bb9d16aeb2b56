// Where a browser keeps how a person looks at articles. What the page brings along is painted only
// for those who look at it as everyone does at first: for the others it would be a flash of the wrong colours.

/** The key in `localStorage`; nothing is kept under it while the view is a fresh one. */
export const viewKey = (person: string): string => `postil.view.${person}`;

/** Whether a person has changed the view in this browser. */
export function hasOwnView(person: string): boolean {
  try {
    return localStorage.getItem(viewKey(person)) !== null;
  } catch {
    return false;
  }
}
