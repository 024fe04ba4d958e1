/** Files between the page and the reader's machine. */

/** Hands a file to the reader. */
export function download(name: string, bytes: Uint8Array, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Asks the reader for a file; resolves to undefined if none is chosen. */
export function chosenFile(accept: string): Promise<File | undefined> {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", accept });
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0]));
    input.addEventListener("cancel", () => resolve(undefined));
    input.click();
  });
}
