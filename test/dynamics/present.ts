/** What a test needs to be there. @throws Error if it is not */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("it is missing");
  return value;
}
