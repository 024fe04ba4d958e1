/**
 * How large may be what a student's process gives for one answer: the answer and all that its functions give and hand
 * over while it is judged. It is counted and not timed, so that the same answer meets the same end on any machine.
 */

/** An answer of more parts than any honest one: whoever gave it is asked nothing more. */
export class TooLarge extends RangeError {}

/**
 * Parts of an answer: values, and values within them; of texts and names each 16 characters. The right answers of
 * the course come to at most 30 022 (exercise 14.3, which is called 10 007 times), in one value to 1206 (the model of
 * 6.5). So many take a second or so, and an answer has thirty: a machine five times slower comes to the same end.
 */
export const mostParts = 300_000;

/**
 * Parts that it counts to call a function of the check, where one is handed over, as by no exercise of the course:
 * there and back takes some 0.1 ms, on a busy machine 0.5.
 */
export const partsOfCall = 20;

/** What is left of the size of an answer. */
export interface Size {
  /** @throws TooLarge if so many parts are not left; from then on always */
  take(parts: number): void;
  /** @throws TooLarge if so many parts are not left */
  require(parts: number): void;
}

/** @param parts of which an answer may consist */
export function sizeOf(parts: number): Size {
  let left = parts;
  const require = (wanted: number): void => {
    if (!(wanted <= left)) throw new TooLarge(`an answer of more than ${parts} parts is too large`);
  };
  return {
    take(wanted) {
      left -= wanted;
      require(0);
    },
    require,
  };
}

/** The longest text is no message of 32 MB, though JSON has six characters for some that one cannot see. */
const charactersOfPart = 16;

/** What a text counts beside itself. */
export const partsOfText = (text: string): number =>
  (text.length - (text.length % charactersOfPart)) / charactersOfPart;
