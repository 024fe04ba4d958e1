// The packages that run.ts compares with; in JavaScript, for one of them ships sources that do not pass our compiler.
export { Solver } from "odex";
export { default as ode45 } from "ode45-cash-karp";
