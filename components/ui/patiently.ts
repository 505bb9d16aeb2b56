// Code that comes when it is first needed, also where the connection is away at that moment.

/** What `load` brings; when it fails it is asked again each time the browser is back online. */
export async function patiently<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
    }
  }
}
