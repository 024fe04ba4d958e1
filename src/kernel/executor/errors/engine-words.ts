/** What Firefox and WebKit say of the commonest errors, in V8's words, which a teacher and a search know. */

/** An error as its engine names it. */
export interface Said {
  readonly name: string;
  readonly message: string;
}

const ofEngines = /^(?:TypeError|ReferenceError|RangeError|InternalError)$/;

const reading = (of = "", name = ""): string => `Cannot read properties of ${of} (reading '${name}')`;
const setting = (of = "", name = ""): string => `Cannot set properties of ${of} (setting '${name}')`;
const mixed = "Cannot mix BigInt and other types, use explicit conversions";
const tooDeep = "Maximum call stack size exceeded";

type Caught = readonly (string | undefined)[];

/** In order; the first that fits takes the message's place. `line` is the line of the cell. */
const words: readonly (readonly [RegExp, string | ((caught: Caught, line: string) => string)])[] = [
  // WebKit
  [/^Can't find variable: (.+)$/, "$1 is not defined"],
  [/^(.+) is not a function\. \(In '.*$/s, "$1 is not a function"],
  [/^(.+) is not a constructor \(evaluating '.*$/s, "$1 is not a constructor"],
  [/^undefined is not a function \(near '\.\.\.\S+ of (.+)\.\.\.'\)$/, "$1 is not iterable"],
  [
    /^(undefined|null) is not an object \(evaluating '.*?(?:\.([\w$]+)|\[(?:'(.+?)'|"(.+?)"|(\d+))\]) = .*'\)$/s,
    ([, of, name, one, other, index]) => setting(of, name ?? one ?? other ?? index),
  ],
  [
    /^(undefined|null) is not an object \(evaluating '.*(?:\.([\w$]+)|\[(?:'(.+)'|"(.+)"|(\d+))\])'\)$/s,
    ([, of, name, one, other, index]) => reading(of, name ?? one ?? other ?? index),
  ],
  [/^Invalid mix of BigInt and other type in .+$/, mixed],
  [/^Maximum call stack size exceeded\.$/, tooDeep],
  [/^Array length must be a positive integer of safe magnitude\.$/, "Invalid array length"],
  [/^toFixed\(\) argument must be/, "toFixed() digits argument must be"],
  // Firefox, which does not say whether the property was read or set
  [
    /^can't access property (?:"(.+)"|(\d+))(?: of|, .+ is) (undefined|null)$/,
    ([, name, index, of], line) => (isSet(line, name ?? index) ? setting : reading)(of, name ?? index),
  ],
  [/^can't access lexical declaration '(.+)' before initialization$/, "Cannot access '$1' before initialization"],
  [/^can't access property Symbol\.iterator of (.+)$/, "$1 is not iterable"],
  [/^can't convert BigInt to number$/, mixed],
  [/^too much recursion$/, tooDeep],
  [/^invalid array length$/, "Invalid array length"],
  // both
  [/^reduce of empty array with no initial value$/, "Reduce of empty array with no initial value"],
  [/^invalid date$/i, "Invalid time value"],
];

/** @param line of the cell, in which the error is; empty if that is not known */
export function inV8Words({ name, message }: Said, line: string): Said {
  if (!ofEngines.test(name)) return { name, message };
  for (const [expression, told] of words) {
    const caught = expression.exec(message);
    if (!caught) continue;
    const v8s = typeof told === "string" ? message.replace(expression, told) : told(caught, line);
    return { name: name === "InternalError" ? "RangeError" : name, message: v8s };
  }
  return { name, message };
}

/** Whether a line sets a property, alone or by way of what it was. */
const isSet = (line: string, name = ""): boolean =>
  [`.${name}`, `["${name}"]`, `['${name}']`, `[${name}]`].some((place) => {
    const at = line.indexOf(place);
    return at >= 0 && /^\s*=(?!=)/.test(line.slice(at + place.length));
  });
