// Several files as the one that the server takes: a zip of them, not packed any smaller.

/** One file stays what it is. Rejects when one cannot be opened. */
export async function packFiles(files: readonly File[]): Promise<File> {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first;
  const { zipSync } = await import("fflate");
  const entries: Record<string, Uint8Array> = {};
  for (const file of files) entries[freeName(entries, file.name)] = await bytesOf(file);
  return new File([zipSync(entries, { level: 0 })], first?.name ?? "", { type: "application/zip" });
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Two files of one name come from two folders. */
function freeName(taken: Readonly<Record<string, unknown>>, name: string): string {
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${count}/${name}`;
    if (!Object.hasOwn(taken, free)) return free;
  }
}
