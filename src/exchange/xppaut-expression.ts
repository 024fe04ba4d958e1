import { ModelError } from "../model/error.js";
import type { FunctionName, Relation } from "../model/text/expression.js";
import { call, number, operation, symbol, type Formula, type Test } from "./formula.js";

/** A function that a file defines: `f(x,y)=body`. Names are in lower case. */
export interface UserFunction {
  readonly parameters: readonly string[];
  readonly body: string;
}

const known: Readonly<Record<string, FunctionName>> = {
  exp: "exp",
  ln: "log",
  log: "log",
  sin: "sin",
  cos: "cos",
  sinh: "sinh",
  cosh: "cosh",
  tanh: "tanh",
  sqrt: "sqrt",
  abs: "abs",
  max: "max",
  min: "min",
};

const token =
  /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|([A-Za-z_][A-Za-z0-9_]*)|(\*\*|<=|>=|==|!=|[-+*/^(),<>&|]))/y;

/**
 * Reads an expression of XPPAUT. Calls of the file's own functions are replaced by their bodies; names come out in
 * lower case, as XPPAUT takes upper and lower case for the same. `t` comes out as the symbol t.
 * @throws ModelError naming what it cannot read
 */
export function readXppExpression(text: string, functions: ReadonlyMap<string, UserFunction>): Formula {
  return new Reader(text, functions, new Map(), 0).whole();
}

class Reader {
  private readonly tokens: string[] = [];
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly functions: ReadonlyMap<string, UserFunction>,
    private readonly bound: ReadonlyMap<string, Formula>,
    private readonly depth: number,
  ) {
    token.lastIndex = 0;
    for (let at = 0; text.slice(at).trim() !== ""; at = token.lastIndex) {
      const match = token.exec(text);
      if (match === null) throw new ModelError(`cannot read '${text.slice(at).trim()}'`, text);
      this.tokens.push((match[1] ?? match[2] ?? match[3]).toLowerCase());
    }
    if (depth > 20) throw new ModelError("a function that calls itself is not supported");
  }

  whole(): Formula {
    const f = this.value();
    if (this.next < this.tokens.length) throw this.unexpected();
    return f;
  }

  /** A comparison counts as 1 or 0. */
  private value(): Formula {
    const left = this.sum();
    const relation = this.relation();
    return relation === undefined
      ? left
      : {
          kind: "conditional",
          test: { relation, left, right: this.sum() },
          consequent: number(1),
          alternate: number(0),
        };
  }

  private relation(): Relation | undefined {
    const sign = this.tokens[this.next];
    if (sign !== "<" && sign !== ">" && sign !== "<=" && sign !== ">=") return undefined;
    this.next++;
    return sign;
  }

  private sum(): Formula {
    let f = this.product();
    while (this.tokens[this.next] === "+" || this.tokens[this.next] === "-")
      f = operation(this.tokens[this.next++] === "+" ? "add" : "subtract", f, this.product());
    return f;
  }

  private product(): Formula {
    let f = this.signed();
    while (this.tokens[this.next] === "*" || this.tokens[this.next] === "/")
      f = operation(this.tokens[this.next++] === "*" ? "multiply" : "divide", f, this.signed());
    return f;
  }

  private signed(): Formula {
    if (this.take("+")) return this.signed();
    if (!this.take("-")) return this.power();
    const of = this.signed(); // −2^2 is −4
    return of.kind === "number" ? number(-of.value) : { kind: "negate", of };
  }

  private power(): Formula {
    let f = this.atom();
    while (this.take("^") || this.take("**"))
      f = operation("pow", f, this.tokens[this.next] === "-" ? this.signed() : this.atom()); // 2^3^2 is 64
    return f;
  }

  private atom(): Formula {
    const t = this.tokens[this.next++];
    if (t === undefined) throw new ModelError(`'${this.text.trim()}' ends too soon`, this.text);
    if (/^[\d.]/.test(t)) return number(Number(t));
    if (t === "(") return this.closed(this.value());
    if (!/^[a-z_]/.test(t)) throw this.unexpected(t);
    if (t === "if") return this.conditional();
    if (this.tokens[this.next] !== "(") return t === "pi" ? number(Math.PI) : (this.bound.get(t) ?? symbol(t));
    this.next++;
    const args = [this.value()];
    while (this.take(",")) args.push(this.value());
    return this.apply(t, this.closed(args));
  }

  private conditional(): Formula {
    this.expect("(");
    const left = this.sum();
    const relation = this.relation();
    const test: Test =
      relation === undefined ? { relation: ">", left, right: number(0) } : { relation, left, right: this.sum() };
    this.expect(")");
    this.expect("then");
    this.expect("(");
    const then = this.closed(this.value());
    this.expect("else");
    this.expect("(");
    return { kind: "conditional", test, consequent: then, alternate: this.closed(this.value()) };
  }

  private apply(name: string, args: readonly Formula[]): Formula {
    const own = this.functions.get(name);
    if (own !== undefined) {
      if (own.parameters.length !== args.length)
        throw new ModelError(`${name} takes ${own.parameters.length} arguments, got ${args.length}`, name);
      return new Reader(
        own.body,
        this.functions,
        new Map(own.parameters.map((p, i) => [p, args[i]])),
        this.depth + 1,
      ).whole();
    }
    const step = (test: Formula): Formula => ({
      kind: "conditional",
      test: { relation: ">=", left: test, right: number(0) },
      consequent: number(1),
      alternate: number(0),
    });
    switch (name) {
      case "heav":
        return step(args[0]);
      case "tan":
        return operation("divide", call("sin", args[0]), call("cos", args[0]));
      case "log10":
        return operation("divide", call("log", args[0]), call("log", number(10)));
    }
    if (!Object.hasOwn(known, name)) throw new ModelError(`the function '${name}' is not supported`, name);
    return call(known[name], ...args);
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
    const got = this.tokens[this.next];
    if (got === "&" || got === "|" || got === "==" || got === "!=") throw this.unexpected();
    if (!this.take(t))
      throw new ModelError(
        `expected '${t}' in '${this.text.trim()}', got ${got === undefined ? "its end" : `'${got}'`}`,
        this.text,
      );
  }

  private unexpected(t: string = this.tokens[this.next]): ModelError {
    return new ModelError(
      t === "&" || t === "|" || t === "==" || t === "!="
        ? `'${t}' is not supported`
        : `unexpected '${t}' in '${this.text.trim()}'`,
      t,
    );
  }
}
