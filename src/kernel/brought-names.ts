/** Names that people bring along from other languages or from a page of mathematics. */

const ofMath = new Set(Object.getOwnPropertyNames(Math));

/** What to write here. */
const brought: Readonly<Record<string, string>> = {
  print: "console.log(…)",
  println: "console.log(…)",
  disp: "console.log(…)",
  True: "true",
  False: "false",
  None: "null",
  nil: "null",
  nan: "NaN",
  inf: "Infinity",
  pi: "Math.PI",
  e: "Math.E, and Math.exp(x) for its power",
  ln: "Math.log(…)",
  len: "list.length",
  range: "a loop: for (let i = 0; i < n; i++)",
  str: "String(…)",
  float: "Number(…)",
  int: "Math.trunc(…)",
  np: "Math.… and lists",
  plt: "plot.…, of nullcline",
};

/** What to write in place of a name that is not there, if that can be told. */
export function cureOf(name: string): string | undefined {
  if (Object.hasOwn(brought, name)) return brought[name];
  return ofMath.has(name) ? `Math.${name}` : undefined;
}

const perList: Readonly<Record<string, string>> = {
  first: "list[0]",
  last: "list[list.length - 1]",
  size: "list.length",
  len: "list.length",
  count: "list.length",
  sum: "list.reduce((total, x) => total + x, 0)",
  mean: "list.reduce((total, x) => total + x, 0) / list.length",
  average: "list.reduce((total, x) => total + x, 0) / list.length",
  max: "Math.max(...list)",
  min: "Math.min(...list)",
  append: "list.push(…)",
  add: "list.push(…)",
  contains: "list.includes(…)",
};

/** The same for a name behind the dot of a list. */
export const cureOfList = (name: string): string | undefined =>
  Object.hasOwn(perList, name) ? perList[name] : undefined;
