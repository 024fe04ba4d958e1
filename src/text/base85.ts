/** What stands for itself in JSON, in a string of a script and in HTML, as base 64 does; `unpack` has them too. */
const letters = "!#()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

/** Bytes as text, five letters for four of them, 6 % shorter than base 64; of n that are left over, n + 1 letters. */
export function toBase85(bytes: Uint8Array): string {
  const text: string[] = [];
  for (let k = 0; k < bytes.length; k += 4) {
    let word = 0;
    for (let j = 0; j < 4; j++) word = word * 256 + (k + j < bytes.length ? bytes[k + j] : 0);
    for (let j = 4; j >= 0; j--) if (k + 4 - j <= bytes.length) text.push(letters[Math.floor(word / 85 ** j) % 85]);
  }
  return text.join("");
}
