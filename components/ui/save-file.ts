// Hands files to the person.

/** Text as a file of JSON. `name` may hold anything; what a file name cannot hold becomes a hyphen. */
export function saveFile(text: string, name: string): void {
  const file = new Blob([text], { type: "application/json" });
  saveBlob(file, `${name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.json`);
}

/** A file under a name that is one. */
export function saveBlob(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
