/**
 * A file in XPP's first language in the present one, line by line. It begins with the number of its equations, names
 * variables (`v`), fixed quantities (`f`) and what is to be shown (`a`) in lists, and gives their right-hand sides
 * (`o`, or `i` for an integral equation) in that order; functions (`u`) call their arguments arg1, arg2 … Any other
 * file comes back as it is.
 */
export function inPresentStyle(text: string): string {
  if (!/^\s*[1-9]\d*\s*$/m.test(text.split(/[\r\n]/, 1)[0])) return text;
  const variables: string[] = [],
    fixed: string[] = [],
    shown: string[] = [];
  let count = 0;
  const equation = (right: string): string => {
    const k = count++;
    if (k < variables.length) return `${variables[k]}'=${right}`;
    if (k < variables.length + fixed.length) return `${fixed[k - variables.length]}=${right}`;
    const place = k - variables.length - fixed.length;
    return `aux ${shown[place] ?? `aux${place + 1}`}=${right}`;
  };
  const lines = text.split(/\r\n|\n|\r/).map((line, i) => {
    const [, letter, rest] = /^\s*(\w)\S*\s*(.*)$/.exec(line) ?? [];
    switch (i === 0 ? "first" : letter?.toLowerCase()) {
      case "first":
        return "";
      case "v":
        variables.push(...namesIn(rest));
        return `init ${rest}`;
      case "f":
        fixed.push(...namesIn(rest));
        return "";
      case "a":
        shown.push(...namesIn(rest));
        return "";
      case "o":
        return equation(rest);
      case "i":
        return `volterra ${variables[count++] ?? "one"}=${rest}`;
      case "u": {
        const [, name, arity, right] = /^(\S+)\s+(\d+)\s+(.*)$/.exec(rest) ?? [];
        const parameters = Array.from({ length: Number(arity) }, (_, k) => `arg${k + 1}`);
        return name === undefined ? line : `${name}(${parameters.join(",")})=${right}`;
      }
      default:
        return line;
    }
  });
  return lines.join("\n");
}

const namesIn = (list: string): string[] =>
  list
    .split(/[\s,]+/)
    .map((item) => item.split("=")[0])
    .filter((name) => name !== "");
