// Sets the theme chosen in this browser before the first paint.

/** Where the browser keeps the choice. */
export const THEME_KEY = "postil.theme";

/** Stands inline in the head of every page. */
export const THEME_SCRIPT = `try{const t=localStorage.getItem("${THEME_KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
