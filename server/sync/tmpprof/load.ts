import { WebSocket } from "ws";
import * as Y from "yjs";
import { encodeHello, encodePush } from "#domain/wire.ts";
import { encodePresence } from "../sync-message.ts";
const [url, n] = [process.argv[2], Number(process.argv[3])];
let got = 0, bytes = 0;
const cs = await Promise.all(Array.from({ length: n }, async (_, i) => {
  const ws = new WebSocket(url + "/sync/article", { headers: { authorization: "Bearer u" + i } });
  ws.on("message", (d: Buffer) => { got++; bytes += d.length });
  await new Promise(r => ws.once("open", r));
  ws.send(encodeHello(new Map()));
  const doc = new Y.Doc(); let req = 0, clock = 0;
  doc.on("update", (u: Uint8Array) => ws.send(encodePush({ request: ++req, update: u })));
  return { ws, doc, present: () => ws.send(encodePresence([{ client: 1000 + i, clock: ++clock, json: JSON.stringify({ selection: { start: { item: { client: 1, clock } }, end: null }, note: null }) }])) };
}));
await new Promise(r => setTimeout(r, 2000));
const t0 = performance.now(); got = 0;
let id = 0;
for (const c of cs) { setTimeout(() => { setInterval(() => c.doc.getMap("annotations").set("a" + id++, { anchor: { quote: "x".repeat(150), prefix: "p".repeat(30), suffix: "s".repeat(30) }, createdAt: 1 }), 1000); setInterval(c.present, 200); }, Math.random() * 1000); }
setTimeout(() => { console.log("messages/s", got / (performance.now() - t0) * 1000); process.exit(0) }, 10000);
