/** `name = text`, in a list such as that of `par`. */
export interface Assignment {
  readonly name: string;
  /** Empty where the name stands alone, which counts as 0. */
  readonly text: string;
}

/** What a line of an `.ode` file is to XPPAUT. Names are as written. */
export type Statement =
  | { readonly kind: "nothing" | "done" }
  | { readonly kind: "unread"; readonly why: string }
  | { readonly kind: "parameters" | "initial" | "noise" | "settings"; readonly items: readonly Assignment[] }
  | { readonly kind: "derivative" | "fixed" | "derived" | "auxiliary"; readonly name: string; readonly right: string }
  | { readonly kind: "start" | "table"; readonly name: string; readonly right: string }
  | {
      readonly kind: "function";
      readonly name: string;
      /** In lower case, with the blanks before them. */
      readonly parameters: readonly string[];
      readonly right: string;
    }
  | { readonly kind: "set"; readonly name: string; readonly items: readonly Assignment[] }
  | { readonly kind: "event"; readonly sign: number; readonly condition: string; readonly changes: string }
  /** A name that only XPPAUT can give a value. */
  | { readonly kind: "foreign"; readonly name: string; readonly why: string };

/**
 * What XPPAUT takes a line for. It looks for the first of blank, =, /, ' and ( : what stands before = is a quantity,
 * before ' a state, before ( a function, and a word before a blank is a command, of which the first letter or two
 * count.
 */
export function statementOf(line: string): Statement {
  if (line.startsWith('"')) return remark(line);
  if (line.startsWith("@")) return { kind: "settings", items: assignments(line.slice(1)) };
  const text = line.replace(/\s+/g, " ").trim();
  if (line.startsWith("#include ")) return { kind: "unread", why: "another file" };
  if (text === "" || text.startsWith("#") || text.startsWith("{")) return { kind: "nothing" };
  if (text.startsWith("0=")) return { kind: "unread", why: "an algebraic equation" };
  const at = text.search(/[ =/'(]/);
  const sign = at < 0 ? " " : text[at];
  const before = at < 0 ? text : text.slice(0, at);
  const rest = at < 0 ? "" : text.slice(at + 1);
  if (sign === "=") return quantity(before, rest);
  if (sign === " ")
    return /^ ?=/.test(rest) ? quantity(before, rest.replace(/^ ?=/, "")) : command(before, rest.trim());
  const equal = text.indexOf("=");
  if (equal < 0) return { kind: "unread", why: "a line without '='" };
  const right = withoutComment(text.slice(equal + 1));
  if (sign === "'") return { kind: "derivative", name: before, right };
  if (sign === "/")
    return /^d./i.test(before)
      ? { kind: "derivative", name: before.slice(1), right }
      : { kind: "unread", why: "'/' before '='" };
  return ofBrackets(before, text.slice(at));
}

/** `x(0)=…`, `x(t+1)=…`, `u(t)=int{…}` or `f(x,y)=…`, from its bracket on. */
function ofBrackets(name: string, text: string): Statement {
  const match = /^\(([^)]*)\)\s*=(.*)$/.exec(text);
  if (match === null) return { kind: "unread", why: "neither a function nor an initial value" };
  const inside = match[1].replace(/ /g, "").toLowerCase();
  if (inside === "0") return { kind: "start", name, right: withoutComment(match[2]) };
  if (inside === "t+1") return { kind: "foreign", name, why: "a map, from one time to the next" };
  if (inside === "t" && /int\s*[{[]/i.test(match[2])) return { kind: "foreign", name, why: "an integral equation" };
  return { kind: "function", name, parameters: match[1].toLowerCase().split(","), right: withoutComment(match[2]) };
}

function quantity(name: string, right: string): Statement {
  return name.startsWith("!")
    ? { kind: "derived", name: name.slice(1), right: withoutComment(right) }
    : { kind: "fixed", name, right: withoutComment(right) };
}

function command(word: string, rest: string): Statement {
  const low = word.toLowerCase();
  const begins = (...letters: readonly string[]): boolean => letters.some((l) => low.startsWith(l));
  const named = /^\s*([^\s=]+)\s*=?(.*)$/.exec(rest);
  const name = named?.[1] ?? "";
  if (begins("ma")) return { kind: "foreign", name, why: "a Markov process" };
  if (begins("so")) return { kind: "foreign", name, why: "the unknown of an algebraic equation" };
  if (begins("au")) return named ? { kind: "auxiliary", name, right: withoutComment(named[2]) } : { kind: "nothing" };
  if (begins("ve", "sp")) return { kind: "foreign", name, why: `a ${begins("sp") ? "network" : "vector"} function` };
  if (begins("v")) return { kind: "foreign", name, why: "an integral equation" };
  if (begins("ta")) return { kind: "table", name, right: named?.[2].trim() ?? "" };
  if (begins("p", "n")) return { kind: "parameters", items: assignments(rest) };
  if (begins("i")) return { kind: "initial", items: assignments(rest) };
  if (begins("w")) return { kind: "noise", items: assignments(rest) };
  if (begins("se")) {
    const set = /^([^\s{]+)\s*\{([^}]*)\}?/.exec(rest);
    if (set) return { kind: "set", name: set[1], items: assignments(set[2]) };
  }
  if (begins("g") && !begins("gr")) {
    const event = /^([-+]?\d+)\s*(?:\{([^}]*)\}|([^{]*))\s*\{([^}]*)\}?/.exec(rest);
    if (event) return { kind: "event", sign: Number(event[1]), condition: event[2] ?? event[3], changes: event[4] };
  }
  if (begins("on")) return { kind: "unread", why: "what to store" };
  if (begins("o")) return { kind: "unread", why: "a file of settings" };
  if (begins("b")) return { kind: "unread", why: "a boundary condition" };
  if (begins("ex")) return { kind: "unread", why: "a call of another program" };
  if (begins("d")) return { kind: "done" };
  return low.startsWith("%") ? { kind: "nothing" } : { kind: "unread", why: "no statement, which XPPAUT passes over" };
}

/** `"{a=1,b=2} text` sets parameters at a click; any other line in quotes is to be shown. */
function remark(line: string): Statement {
  const action = /^"\s*\{([^}]*)\}(.*)$/.exec(line);
  return action ? { kind: "set", name: action[2].trim(), items: assignments(action[1]) } : { kind: "nothing" };
}

/** The items of a list, between blanks or commas. */
function assignments(list: string): Assignment[] {
  return [...list.matchAll(/([^\s,;={}]+)(?:\s*=\s*([^\s,]*))?/g)].map(([, name, text]) => ({
    name,
    text: text ?? "",
  }));
}

const withoutComment = (right: string): string =>
  right
    .replace(/\s+#.*$/, "")
    .replace(/;\s*$/, "")
    .trim();
