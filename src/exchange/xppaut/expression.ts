import { ModelError } from "../../model/error.js";
import { number, operation, symbol, type Formula } from "../formula.js";
import { evaluate } from "../evaluate.js";
import { applyBuiltIn, choose, not, operators, signBinds } from "./functions.js";
import { lookUp, readTable } from "./table.js";

/** A function that a file defines: `f(x,y)=body`. Names are in lower case. */
export interface UserFunction {
  readonly parameters: readonly string[];
  readonly body: string;
}

/** What names in an expression mean. All are in lower case. */
export interface Scope {
  readonly functions: ReadonlyMap<string, UserFunction>;
  /** The text behind the names of tables. */
  readonly tables: ReadonlyMap<string, string>;
  /** Names that stand for a formula of their own. */
  readonly values: ReadonlyMap<string, Formula>;
  /** Names without a counterpart in a model, and what they are. */
  readonly foreign: ReadonlyMap<string, string>;
  /** Names with signs in them that are no letters, such as k2" and 5HT; the longest first. */
  readonly odd: readonly string[];
  /** Variables, and constants, in the order in which `shift` counts them. */
  readonly order: readonly (readonly string[])[];
}

/** Blanks count nowhere, not even in names. */
const token = /(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[a-z_][\w.$]*'?|\*\*|<=|>=|==|!=|[-+*/^(),<>&|]/y;

/**
 * Reads an expression of XPPAUT. Calls of the file's own functions are replaced by their bodies; names come out in
 * lower case, as XPPAUT takes upper and lower case for the same. `t` comes out as the symbol t.
 * @throws ModelError naming what it cannot read
 */
export function readXppExpression(text: string, scope: Scope): Formula {
  return new Reader(text, scope, new Map(), 0).whole();
}

class Reader {
  private readonly tokens: string[] = [];
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly scope: Scope,
    private readonly bound: Map<string, Formula>,
    private readonly depth: number,
  ) {
    if (depth > 20) throw new ModelError("a function that calls itself is not supported");
    const dense = text.replace(/\s+/g, "").toLowerCase();
    for (let at = 0; at < dense.length; at += this.tokens[this.tokens.length - 1].length) {
      token.lastIndex = at;
      const found = scope.odd.find((name) => dense.startsWith(name, at)) ?? token.exec(dense)?.[0];
      if (found === undefined && dense[at] === "{")
        throw new ModelError("an integral of the past is not supported", text);
      if (found === undefined) throw new ModelError(`cannot read '${dense.slice(at)}'`, text);
      this.tokens.push(found);
    }
  }

  whole(): Formula {
    const f = this.value();
    if (this.next < this.tokens.length) throw this.unexpected();
    return f;
  }

  /** What is joined by signs that bind at least so strongly; equal ones from the left, so that 2^3^2 is 64. */
  private value(least = 0): Formula {
    let f = this.signed(least);
    for (;;) {
      const sign = this.tokens[this.next];
      if (sign === undefined || !Object.hasOwn(operators, sign) || operators[sign].binds < least) return f;
      this.next++;
      f = operators[sign].apply(f, this.value(operators[sign].binds + 1));
    }
  }

  /** −2^2 is −4 and −1>2 is −(1>2); behind another sign, which XPPAUT refuses, 2^−1 is 1/2. */
  private signed(least: number): Formula {
    const binds = Math.max(least, signBinds) + (least > signBinds ? 0 : 1);
    if (this.take("+")) return this.value(binds);
    if (this.take("not")) return not(this.value(binds));
    if (!this.take("-")) return this.atom();
    const of = this.value(binds);
    return of.kind === "number" ? number(-of.value) : { kind: "negate", of };
  }

  private atom(): Formula {
    const t = this.tokens[this.next++];
    if (t === undefined) throw new ModelError(`'${this.text.trim()}' ends too soon`, this.text);
    if (t === "(") return this.closed(this.value());
    if (this.scope.odd.includes(t)) return this.named(t);
    if (/^[\d.]/.test(t)) return number(Number(t));
    if (!/^[a-z_]/.test(t)) throw this.unexpected(t);
    if (t === "if") return this.conditional();
    if (t === "sum") return this.sum();
    if (t === "shift") return this.shifted();
    if (this.tokens[this.next] !== "(") return this.named(t);
    this.next++;
    const args = [this.value()];
    while (this.take(",")) args.push(this.value());
    return this.apply(t, this.closed(args));
  }

  private named(name: string): Formula {
    const foreign = this.scope.foreign.get(name);
    if (foreign !== undefined) throw new ModelError(`'${name}' is ${foreign}`, name);
    return this.bound.get(name) ?? this.scope.values.get(name) ?? (name === "pi" ? number(Math.PI) : symbol(name));
  }

  private conditional(): Formula {
    this.expect("(");
    const test = this.closed(this.value());
    this.expect("then");
    this.expect("(");
    const then = this.closed(this.value());
    this.expect("else");
    this.expect("(");
    return choose(test, then, this.closed(this.value()));
  }

  /** `sum(a,b)of(…)`, where i' counts from a to b. */
  private sum(): Formula {
    this.expect("(");
    const from = this.index();
    this.expect(",");
    const to = this.closed(this.index());
    this.expect("of");
    this.expect("(");
    const body = this.next;
    const outer = this.bound.get("i'");
    const terms: Formula[] = [];
    for (let i = from; i <= to; i++) {
      this.next = body;
      this.bound.set("i'", number(i));
      terms.push(this.value());
    }
    if (outer) this.bound.set("i'", outer);
    if (terms.length === 0) throw new ModelError(`a sum from ${from} to ${to} has no terms`, this.text);
    return this.closed(terms.reduce((sum, term) => operation("add", sum, term)));
  }

  /** `shift(x,k)`: what is declared k places after x. */
  private shifted(): Formula {
    this.expect("(");
    const name = this.tokens[this.next++];
    this.expect(",");
    const k = this.closed(this.index());
    const list = this.scope.order.find((names) => names.includes(name));
    const found = list?.[list.indexOf(name) + k];
    if (found === undefined) throw new ModelError(`nothing is declared ${k} places after '${name}'`, name);
    return this.named(found);
  }

  private index(): number {
    const value = evaluate(this.value());
    if (value === undefined) throw new ModelError("sums and shifts by what varies are not supported", this.text);
    return Math.trunc(value);
  }

  private apply(name: string, args: readonly Formula[]): Formula {
    const own = this.scope.functions.get(name);
    if (own !== undefined) {
      if (own.parameters.length !== args.length)
        throw new ModelError(`${name} takes ${own.parameters.length} arguments, got ${args.length}`, name);
      return this.within(own.body, new Map(own.parameters.map((p, i) => [p, args[i]])));
    }
    const table = this.scope.tables.get(name);
    if (table !== undefined) return this.tabulated(name, table, args);
    const foreign = this.scope.foreign.get(name);
    if (foreign !== undefined) throw new ModelError(`'${name}' is ${foreign}`, name);
    return applyBuiltIn(name, args);
  }

  private tabulated(name: string, text: string, [x]: readonly Formula[]): Formula {
    const read = readTable(text);
    if (read === undefined) throw new ModelError(`'${name}' is a table in a file, '${text}'`, name);
    const place = evaluate(x);
    const value = (at: Formula): Formula => this.within(read.formula, new Map([["t", at]]));
    const found = lookUp({ ...read.span, value }, place === undefined ? x : number(place));
    if (found === undefined) throw new ModelError(`'${name}' is a table of ${read.span.points} points`, name);
    return found;
  }

  private within(body: string, bound: Map<string, Formula>): Formula {
    return new Reader(body, this.scope, bound, this.depth + 1).whole();
  }

  private closed<T>(inside: T): T {
    this.expect(")");
    return inside;
  }

  private take(t: string): boolean {
    if (this.tokens[this.next] !== t) return false;
    this.next++;
    return true;
  }

  private expect(t: string): void {
    if (this.take(t)) return;
    const got = this.tokens[this.next];
    throw new ModelError(
      `expected '${t}' in '${this.text.trim()}', got ${got === undefined ? "its end" : `'${got}'`}`,
      this.text,
    );
  }

  private unexpected(t: string = this.tokens[this.next]): ModelError {
    return new ModelError(`unexpected '${t}' in '${this.text.trim()}'`, t);
  }
}
