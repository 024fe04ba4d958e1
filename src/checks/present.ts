/**
 * A value that is there unless the program itself is wrong: `present(list.find(…), "a check cell of 7.4")`.
 * @throws Error saying what is missing
 */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`there should be ${what}, and there is not`);
  return value;
}
