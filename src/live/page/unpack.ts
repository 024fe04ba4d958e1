// Both run in the reader's browser, where `setup()` brings them as text: they may use nothing from outside their own
// body.

/** The text that was packed as gzip in base64. */
export function unpack(packed: string): Promise<string> {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  // A function called for each of a million letters took longer than all else before the first figure.
  for (let k = 0; k < bytes.length; k++) bytes[k] = letters.charCodeAt(k);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Runs code as a script of the page: a page's policy may forbid to compile text, and allow this. */
export function runScript(code: string): void {
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
  script.remove();
}
