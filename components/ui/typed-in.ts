// What stands in the fields of a form. State may not know it: fields take letters before the page is alive.

/** The field named `field` of the form; empty when there is none. */
export function typedIn(form: HTMLFormElement, field: string): string {
  return String(new FormData(form).get(field) ?? "");
}
