// Stands inline in the head of every page: what a hand does before the page is alive is kept, and
// done as soon as it is.

import { ALIVE } from "./alive-event.ts";

/** Buttons that were pressed and forms that were sent, each once, in this order. */
const waiting = new Set<HTMLElement>();

/** Marks what waits, so that a hand sees that it was heard (globals.css). */
const WAITS = "data-waits";

document.addEventListener("click", onClick, true);
document.addEventListener("submit", onSubmit, true);
document.addEventListener(ALIVE, onAlive, { once: true });

function onClick(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  // what sends a form is heard below, once the browser has checked the fields
  if (button?.type === "button") keep(button, event);
}

function onSubmit(event: SubmitEvent): void {
  if (event.target instanceof HTMLFormElement) keep(event.target, event);
  event.submitter?.setAttribute(WAITS, "");
}

function keep(element: HTMLElement, event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting.add(element);
  element.setAttribute(WAITS, "");
}

function onAlive(): void {
  document.removeEventListener("click", onClick, true);
  document.removeEventListener("submit", onSubmit, true);
  for (const field of document.querySelectorAll("input, textarea, select")) tell(field);
  // what the fields say is known to the page before a button acts on it
  setTimeout(() => {
    for (const element of document.querySelectorAll(`[${WAITS}]`)) element.removeAttribute(WAITS);
    for (const element of waiting) {
      if (element instanceof HTMLFormElement) element.requestSubmit();
      else element.click();
    }
  });
}

/** Tells the page what stands in a field, where that is not what it was drawn with. */
function tell(field: Element): void {
  if (field instanceof HTMLSelectElement) {
    const isChanged = [...field.options].some((each) => each.selected !== each.defaultSelected);
    if (isChanged) field.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
    if (field.checked !== field.defaultChecked) tellCheck(field);
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    if (field.value !== field.defaultValue) tellText(field);
  }
}

/** Chooses anew what was chosen; of radio buttons, the one that is chosen speaks for all. */
function tellCheck(field: HTMLInputElement): void {
  if (field.type === "radio" && !field.checked) return;
  field.checked = !field.checked;
  field.click();
}

/** React takes a value for new when it differs from the one that was last set on the element itself. */
function tellText(field: HTMLInputElement | HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = field;
  field.value = field.defaultValue;
  Reflect.set(Object.getPrototypeOf(field), "value", value, field);
  if (selectionStart !== null && field.matches(":focus"))
    field.setSelectionRange(selectionStart, selectionEnd);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
