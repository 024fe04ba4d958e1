import type { Complex } from "../../numerics/complex.js";
import type { BifurcationKind, EquilibriumKind, NamedState, Status } from "./kinds.js";

/** What `bifurcations` finds along one parameter. */
export interface BifurcationDiagram {
  readonly model: string;
  readonly parameter: string;
  /** Of the parameter and of the states, as in the model. */
  readonly units: Readonly<Record<string, string>>;
  readonly range: readonly [number, number];
  readonly branches: readonly EquilibriumBranch[];
  readonly cycles: readonly CycleBranch[];
  /** By ascending parameter. */
  readonly points: readonly BifurcationPoint[];
  /** What could not be done, and why; empty if everything was. */
  readonly incomplete: readonly string[];
}

/**
 * One curve of equilibria, cut into segments where its stability changes. Neighbouring segments share their end point.
 */
export interface EquilibriumBranch {
  readonly segments: readonly EquilibriumSegment[];
}

/** A piece of a branch of equilibria of one stability; one entry of each list for each equilibrium. */
export interface EquilibriumSegment {
  readonly stable: boolean;
  /** Number of eigenvalues with positive real part. */
  readonly unstable: number;
  readonly parameter: Float64Array;
  readonly states: Readonly<Record<string, Float64Array>>;
  /** At each point. */
  readonly kinds: readonly EquilibriumKind[];
}

/**
 * One curve of limit cycles, cut into segments where its stability changes. Neighbouring segments share their end
 * point.
 */
export interface CycleBranch {
  readonly segments: readonly CycleSegment[];
  /** Where the curve begins and where it ends. */
  readonly ends: readonly [BranchEnd, BranchEnd];
  /** Of a model with a reset: whether these cycles are smooth ones, which stay below the threshold and never spike. */
  readonly belowThreshold: boolean;
  readonly status: Status;
}

/** A piece of a branch of cycles of one stability; one entry of each list for each cycle. */
export interface CycleSegment {
  readonly stable: boolean;
  /** Number of Floquet multipliers outside the unit circle. */
  readonly unstable: number;
  readonly parameter: Float64Array;
  /** ms. */
  readonly period: Float64Array;
  readonly minimum: Readonly<Record<string, Float64Array>>;
  readonly maximum: Readonly<Record<string, Float64Array>>;
}

/** Where a branch of cycles can begin or end. */
const branchEnds = [
  "Andronov-Hopf",
  "period doubling",
  "border collision",
  "saddle homoclinic",
  "saddle-node on invariant circle",
  "grazing",
  "threshold crossing",
  "limit of the range",
  "leaves the window",
  "closed",
  "long period",
  "not continued",
] as const;

/** Where a curve of cycles begins or ends, and how. */
export interface BranchEnd {
  readonly kind: (typeof branchEnds)[number];
  readonly parameter: number;
  /** In words, where the kind does not say it all. */
  readonly reason?: string;
}

/** A labelled point of the diagram. */
export interface BifurcationPoint {
  readonly kind: BifurcationKind;
  /** The value at which it happens. */
  readonly parameter: number;
  /**
   * The equilibrium; for a cycle the point on it where the first state is largest; for a homoclinic orbit its saddle.
   */
  readonly state: NamedState;
  readonly status: Status;
  /** Two values between which it lies, the width of which is the error. */
  readonly bracket: readonly [number, number];
  /**
   * How well the defining equations hold there: of an equilibrium the largest |dy/dt| per ms in widths of the ranges;
   * else as `evidence` says.
   */
  readonly residual: number;
  /** ms: of the cycle; for Andronov-Hopf of the cycle that is born, 2π/ω. */
  readonly period?: number;
  readonly eigenvalues?: readonly Complex[];
  readonly multipliers?: readonly Complex[];
  readonly evidence: Evidence;
}

/** Numbers, by name, on which a label rests. */
export type Evidence = Readonly<Record<string, number | string | boolean>>;
