// Both run in the reader's browser, where `setup()` brings them as text: they may use nothing from outside their own
// body.

/** The text that `pack` of the cell has packed. */
export function unpack(packed: string): Promise<string> {
  const letters = "!#()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";
  const digits = new Uint8Array(128);
  for (let k = 0; k < 85; k++) digits[letters.charCodeAt(k)] = k;
  const bytes = new Uint8Array(Math.floor((packed.length * 4) / 5));
  for (let k = 0, at = 0; at < bytes.length; k += 5) {
    let word = 0;
    for (let j = k; j < k + 5; j++) word = word * 85 + (j < packed.length ? digits[packed.charCodeAt(j)] : 84);
    for (let shift = 24; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = word >>> shift;
  }
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Runs code as a script of the page: a page's policy may forbid to compile text, and allow this. */
export function runScript(code: string): void {
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
  script.remove();
}
