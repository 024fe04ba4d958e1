import { cureOf, cureOfList } from "./brought-names.js";

/** What TypeScript says of a cell, in words for somebody who has not met it before, and with the usual cure. */

const typedArray = /(\w+Array)<ArrayBuffer(?:Like)?>/g;

const maybe = "say what to do then, as in (value ?? 0), or put ! behind it if you know that it is there";

/** After this, what comes at the same place tells more. */
export const doesNotFit = "The record that is handed over here does not fit";

/** In order; the first that fits the message takes its place. `$1` and so on are what the expression caught. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^Parameter '(.+)' implicitly has an 'any' type\.$/, "Say what '$1' is: write $1: number, or what else it may be."],
  [/^Rest parameter '(.+)' implicitly has an 'any\[\]' type\.$/, "Say what '$1' holds: write ...$1: number[]."],
  [/^Binding element '(.+)' implicitly has an 'any' type\.$/, "Say what '$1' is: put a type behind the braces."],
  [/^Object is possibly '(.+)'\.$/, `This may be $1: ${maybe}.`],
  [/^'(.+)' is possibly '(.+)'\.$/, `'$1' may be $2: ${maybe}.`],
  [/^Cannot invoke an object which is possibly '(.+)'\.$/, "This may be $1, and then it cannot be called."],
  [
    /^'(.+)' is of type 'unknown'\.$/,
    "'$1' may be anything: say what it is, as in ($1 as Error); whatever is thrown can be caught.",
  ],
  [
    /^This expression is not callable\.\s+Type 'Number' has no call signatures\.$/,
    "This is a number, and only functions can be called: to multiply, write *.",
  ],
  [
    /^This expression is not callable\.\s+Type '(?:\w+Array|ArrayLike<.+>|.+\[\])' has no call signatures\.$/,
    "This is a list, and only functions can be called: an entry of a list stands in square brackets, as in list[0].",
  ],
  [
    /^This expression is not callable\.\s+Type '(.+)' has no call signatures\.$/,
    "This is of type '$1', and only functions can be called.",
  ],
  [
    /^The (left|right)-hand side of an arithmetic operation must be of type 'any', .*\.$/,
    "Only numbers can be computed with: what stands on the $1 of the operator is none.",
  ],
  [
    /^Cannot assign to '(.+)' because it is a constant\.$/,
    "Cannot assign to '$1' because it is a constant: declare it with let instead of const, or anew: const $1 = 1.",
  ],
  [
    /^Argument of type 'number' is not assignable to parameter of type 'State'\.$/,
    "A record of states is wanted here, as in { V: -65 }, and this is one number.",
  ],
  [
    /^Argument of type 'number' is not assignable to parameter of type '(?:ArrayLike<number>|.*number\[\])'\.$/,
    "A list of numbers is wanted here, in square brackets, as in [first, second], and this is one number.",
  ],
  [
    /^Argument of type 'Trajectory' is not assignable to parameter of type 'SpikeTrain'\.$/,
    "Spike times are wanted here, and this is a whole run: its spikes are behind a dot, .spikes.",
  ],
  [
    /^(?:Argument of type|Type) '\w+Array' is not assignable to (?:parameter of )?type 'number\[\]'\.$/,
    "A list of another kind is wanted here: write Array.from(…) around this one.",
  ],
  [
    /^Type 'number' is not assignable to type 'ParameterDefinition'\.$/,
    'A parameter is its value and its unit, in square brackets, as in [100, "ms"].',
  ],
  [
    /^Operator '<=?' cannot be applied to types 'boolean' and 'number'\.$/,
    "Two comparisons cannot stand in a row: write a < b && b < c.",
  ],
  [
    /^Type '.*' is missing the following properties from type 'Model(?:<.*>)?': .+$/,
    "A Model is wanted here, as defineModel makes it, or .with({ … }) of another one.",
  ],
  [
    /^Argument of type '([A-Z]\w*)(?<!Array)' is not assignable to parameter of type 'number'\.$/,
    "A number is wanted here, and this is a whole $1: take one of its numbers, behind a dot.",
  ],
  [/^Expected 1 arguments, but got (\d+)\.$/, "Between the parentheses 1 value is expected, and $1 are there."],
  [/^Expected (\S+) arguments, but got 1\.$/, "Between the parentheses $1 values are expected, and 1 is there."],
  [/^Expected (\S+) arguments, but got (\d+)\.$/, "Between the parentheses $1 values are expected, and $2 are there."],
  [
    /^Object literal may only .*, but '(\w+)' does not exist in type '.*'\. Did you mean to write '(\w+)'\?$/,
    "There is no '$1' here. Did you mean '$2'? Small and capital letters differ.",
  ],
  [
    /^Object literal may only specify known properties, and '(\w+)' does not exist in type '.*'\.$/,
    "There is no '$1' here: which names may stand in this record?",
  ],
  [
    /^Type '"(.*)"' is not assignable to type '.*'\. Did you mean '"(.*)"'\?$/,
    'The text "$1" is none of those that are known here. Did you mean "$2"?',
  ],
  [
    /^Argument of type '\{.*\}' is not assignable to parameter of type '(\w+)(?:<.*>)?'\.$/s,
    `${doesNotFit}: it should be a $1.`,
  ],
  [
    /^Did you mean to use a ':'\? An '=' can only follow .*\.$/,
    "In a record a colon stands between a name and its value, as in { V: -65 }.",
  ],
  [
    /^An unary expression with the '-' operator is not allowed in the left-hand side of an exponentiation .*$/,
    "A minus and a power need parentheses: write -(x ** 2), or (-x) ** 2.",
  ],
  [
    /^'(.+)' implicitly has type 'any' because .* is referenced directly or indirectly in its own initializer\.$/,
    "'$1' cannot be made from itself: what stands behind the = has to be known already.",
  ],
  [/^Block-scoped variable '(.+)' used before its declaration\.$/, "'$1' is used before the line that makes it."],
  [
    /^Left side of comma operator is unused and has no side effects\.$/,
    "Only the last of values with commas between them counts: a list of them stands in square brackets.",
  ],
  [
    /^Operator '.+' cannot be applied to types '(?:bigint' and 'number|number' and 'bigint)'\.$/,
    "Between a number and a name stands a sign such as *: 36 * n, not 36n.",
  ],
  [
    /^Type '.+' has no properties in common with type '.*'\.$/s,
    "A record is wanted here, names with their values, as in { V: -65 }.",
  ],
  [
    /^.* '.*' is missing the following properties from type '(?:readonly )?(?:number|string)\[\]': .*$/s,
    "A list is wanted here, and this is none: a list stands in square brackets, as in [first, second].",
  ],
  [/^Type '.*' is missing the following properties from type '.*': (.+?)\.?$/, "What is missing: $1."],
  [
    /^Argument of type '(?:\w+Array|(?:readonly )?.+\[\]|\[.*\])' is not assignable to parameter of type 'number'\.$/,
    "A number is wanted here, and this is a list: three dots hand over its entries, as in Math.max(...list).",
  ],
  [
    /^Type '(?:\w+Array|(?:readonly )?.+\[\]|\[.*\])' is not assignable to type 'number'\.$/,
    "A number is wanted here, and this is a list: an entry of it is list[0], how many there are, list.length.",
  ],
  [
    /^Type '(?:Readonly<Record<.*>>|[A-Z]\w*)' is not assignable to type 'number'\.$/,
    "A number is wanted here, and this is a record: take one of its entries, as in record.name.",
  ],
  [
    /^Argument of type 'Equilibrium' is not assignable to parameter of type 'State'\.$/,
    "An equilibrium is a record that has a state: hand over that, as in equilibria(model)[0].state.",
  ],
  [
    /^Type 'number' is not assignable to type 'StateDefinition'\.$/,
    'A state starts at a number with its unit: write state(-60, "mV").',
  ],
  [
    /^Type '("[^"']*")' is not assignable to type '("[^"']*"(?: \| "[^"']*")+)'\.$/,
    "$1 is none of those that may stand here: $2.",
  ],
  [
    /^Type '\{.*\}(?: \| \w+)*' is not assignable to type '([A-Z]\w*)'\.$/s,
    "This record is no $1. Write const name: $1 = … where it begins, and you are told what does not fit.",
  ],
  [/^Property '(\w+)' is missing in type '.*' but required in type '.*'\.$/, "What is missing: $1."],
  [/^Type 'string' is not assignable to type 'number'\.$/, "A number is wanted here, and this is a text."],
  [/^Type 'number' is not assignable to type 'string'\.$/, "A text is wanted here, in quotation marks."],
  [
    /^Type '(?:(\w+)\[\]|Found<(\w+)>)' is not assignable to type 'number\[\]'\.$/,
    "A list of numbers is wanted, this is one of $1$2: take a number of each, as in list.map((each) => each.number).",
  ],
  [
    /^Property '(\w+)' does not exist on type '(?:(?:readonly )?\w+\[\]|Found<\w+>)'\.$/,
    "This is a list, and has no '$1': take one of its entries first, as in list[0].$1.",
  ],
  [
    /^Property '(\w+)' does not exist on type 'Trajectory(?:<.*>)?'\.$/,
    "A run has no '$1' of its own: if that is a state such as V, its values are .states.$1.",
  ],
  [
    /^Type '([A-Z]\w*)(?:<.*>)?' must have a '\[Symbol\.iterator\]\(\)' method that returns an iterator\.$/,
    "A list is wanted here, and this is a whole $1: the list is one of its parts, behind a dot.",
  ],
  [
    /^Property '(\w+)' does not exist on type 'Model(?:<.*>)?'\.$/,
    "A model has no '$1' of its own: if that is a parameter, its value is .parameters.$1.",
  ],
  [
    /^Element implicitly has an 'any' type because expression of type '(\d+)' can't be used to index type '(\w+)'\.$/,
    "This is no list but a whole $2, and has no entry [$1]: the list is one of its parts, behind a dot.",
  ],
  [
    /^Type '(?:string|number)' is not assignable to type '(?:readonly )?(string|number)\[\]'\.$/,
    "A list is wanted here, in square brackets: of type $1[], as in [first, second].",
  ],
  [
    /^A function whose declared type is neither 'undefined', 'void', nor 'any' must return a value\.$/,
    "The function says what it gives back, and has no return.",
  ],
  [
    /^Function lacks ending return statement and return type does not include 'undefined'\.$/,
    "The function can come to its end without a return, and says that it always gives something back.",
  ],
  [
    /^Property '(.+)' has no initializer and is not definitely assigned in the constructor\.$/,
    "'$1' has no value at first: write one behind it, as in $1 = 0.",
  ],
  [/^(Cannot find name '.+'\.) Do you need to (?:install type definitions for (?!node\?)|change your target).*$/, "$1"],
  [/^(.+) Do you need to change your target library\? Try changing the 'lib' compiler option .*$/, "$1"],
  [/^(.+) Do you need to install type definitions for node\?.*$/, "$1 It is Node's, and there is no Node here."],
];

/** What types of this package carry for the editor's sake, which says nothing to a reader: lists of names. */
const forEditors: readonly (readonly [RegExp, string])[] = [
  [/\bFound<(\w+)>/g, "$1[]"],
  [/<[NS] extends ([\w.]+) = \1>/g, ""],
  [/\b(Trajectory|\w+Options)<(?:\{[^{}]*\}|<[^<>]*>|[^<>])*>/g, "$1"],
  [/\bModel<([^<>{},]*), (?:\{[^{}]*\}|[^<>{},]*)>/g, "Model<$1>"],
  [/\bModel<string>/g, "Model"],
];

/** A typed array is called by its name alone, as one writes it, and so is what has a list of names with it. */
export const plainTypes = (text: string): string =>
  forEditors.reduce((told, [list, plain]) => told.replace(list, plain), text.replace(typedArray, "$1"));

const ofAList = /^Property '(\w+)' does not exist on type '(?:\w+Array|ArrayLike<\w+>|(?:readonly )?\w+\[\])'\./;

/** A message of TypeScript's in plain words; one that needs none stays as it is. */
export function inPlainWords(message: string): string {
  const text = plainTypes(message);
  const name = /^Cannot find name '(.+?)'\./.exec(text)?.[1];
  const cure = name === undefined ? undefined : cureOf(name);
  if (cure !== undefined) return `Cannot find name '${name}': here one writes ${cure}.`;
  const [, lacking] = ofAList.exec(text) ?? [];
  const instead = lacking === undefined ? undefined : cureOfList(lacking);
  if (instead !== undefined) return `A list has no '${lacking}': here one writes ${instead}.`;
  for (const [expression, plain] of words) if (expression.test(text)) return text.replace(expression, plain);
  return text;
}
