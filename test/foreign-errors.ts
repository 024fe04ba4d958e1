/** What JavaScript says by itself when a value is of the wrong kind. */
export const foreign =
  /^(Cannot|undefined is|null is|Spread syntax)|is not (a function|iterable|defined|a constructor)|Invalid .* length/;
