// The socket of the peers' pages: what one client sends, all others of the same article get.

/** The first byte of every message, as of Postil's messages that bring annotations. */
const ROOM = 103;

/** Connects; `receive` gets what others send. Returns what sends to them. */
export function connect(receive: (content: Uint8Array) => void): (content: Uint8Array) => void {
  const socket = new WebSocket(new URL(`relay`, location.href.replace(/^http/, "ws")));
  socket.binaryType = "arraybuffer";
  socket.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) =>
    receive(new Uint8Array(data).subarray(1)),
  );
  return (content) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(Uint8Array.of(ROOM, ...content));
  };
}
