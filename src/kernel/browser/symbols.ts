/** The symbols that TypeScript's code of `using` asks for, which Node has and not every browser. */
export function defineSymbols(): void {
  for (const name of ["dispose", "asyncDispose"])
    if (!(name in Symbol)) Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
}
