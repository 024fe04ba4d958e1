import { factorize, solveFactorized } from "../numerics/linear-solve.js";
import type { Cable } from "./cable.js";
import { axialCurrents, solveOnTree } from "./tree.js";

/** The state of a cable and the one operation on it that everything needs. */
export interface LinearisedCable {
  /** State of each compartment, the membrane potential first, in the order of its membrane's states. */
  readonly y: readonly Float64Array[];
  /**
   * y ← y + Δ, where (alpha − beta J) Δ = f, f being the right-hand side and J its exact Jacobian at y.
   * alpha = 1/h, beta = 1/2 is a step h of the linearised trapezoidal rule, of order 2, which on a passive cable is
   * that of Crank and
   * Nicolson; alpha = 0, beta = 1 is a step of Newton's method towards rest.
   * @param injected current into each compartment, uA
   * @returns the largest change of a membrane potential, mV
   */
  advance(alpha: number, beta: number, injected: Float64Array): number;
}

/**
 * A cable with all compartments at their membrane's initial state. Gates couple to their own potential alone, so that
 * they are eliminated compartment by compartment; what remains is a system for the potentials with the shape of the
 * tree.
 */
export function linearisedCable({ section, area, node, tree, membranes, sections }: Cable): LinearisedCable {
  const nodes = tree.parent.length;
  const initial = sections.map(({ membrane }) => membrane.vectorOf(membrane.states));
  const y = Array.from(section, (k) => initial[k].slice());
  const p = sections.map(({ membrane }) => membrane.vector);
  const V = new Float64Array(nodes);
  y.forEach((state, i) => (V[node[i]] = state[0]));
  settleJunctions(tree, new Set(node), V);

  const axial = new Float64Array(nodes); // uA
  const diagonal = new Float64Array(nodes);
  const change = new Float64Array(nodes);
  const largest = Math.max(...initial.map((state) => state.length));
  const f = new Float64Array(largest);
  const J = new Float64Array(largest * largest);
  const M = new Float64Array((largest - 1) ** 2);
  const pivots = new Int32Array(largest - 1);
  // Change of the gates of compartment i: fixed[i] + slope[i]·(change of its potential).
  const fixed = y.map((state) => new Float64Array(state.length - 1));
  const slope = y.map((state) => new Float64Array(state.length - 1));

  return {
    y,
    advance(alpha, beta, injected) {
      axialCurrents(tree, V, axial);
      diagonal.fill(0); // a junction has no membrane: the currents into it add up to zero
      change.set(axial);
      for (let i = 0; i < y.length; i++) {
        const {
          model: { kernels },
          gain,
        } = membranes[section[i]];
        const n = y[i].length;
        const gates = n - 1;
        const a = fixed[i],
          b = slope[i];
        kernels.field(y[i], p[section[i]], f);
        kernels.jacobian(y[i], p[section[i]], J);
        for (let r = 0; r < gates; r++) {
          a[r] = f[r + 1];
          b[r] = beta * J[(r + 1) * n];
          for (let c = 0; c < gates; c++) M[r * gates + c] = (r === c ? alpha : 0) - beta * J[(r + 1) * n + c + 1];
        }
        if (gates > 0) {
          factorize(M, gates, pivots);
          solveFactorized(M, gates, pivots, a);
          solveFactorized(M, gates, pivots, b);
        }
        const scale = (area[i] * 1e-8) / gain / beta; // turns dV/dt into a current in uA, over beta
        const current = (axial[node[i]] + injected[i]) / beta;
        let row = alpha - beta * J[0];
        let right = f[0];
        for (let c = 0; c < gates; c++) {
          row -= beta * J[c + 1] * b[c];
          right += beta * J[c + 1] * a[c];
        }
        diagonal[node[i]] = scale * row;
        change[node[i]] = scale * right + current;
      }
      solveOnTree(tree, diagonal, change);
      let most = 0;
      for (let k = 0; k < nodes; k++) V[k] += change[k];
      for (let i = 0; i < y.length; i++) {
        const dV = change[node[i]];
        y[i][0] = V[node[i]];
        for (let r = 1; r < y[i].length; r++) y[i][r] += fixed[i][r - 1] + slope[i][r - 1] * dV;
        most = Math.max(most, Math.abs(dV)); // NaN stays
      }
      return most;
    },
  };
}

/** Potential of points without membrane, between compartments: that at which the currents into them add up to zero. */
function settleJunctions(
  { parent, conductance }: Cable["tree"],
  compartments: ReadonlySet<number>,
  V: Float64Array,
): void {
  for (let k = 0; k < parent.length; k++) {
    if (compartments.has(k)) continue;
    let total = conductance[k];
    let weighted = conductance[k] * V[parent[k]];
    for (let j = k + 1; j < parent.length; j++) {
      if (parent[j] !== k) continue;
      total += conductance[j];
      weighted += conductance[j] * V[j];
    }
    V[k] = weighted / total;
  }
}
