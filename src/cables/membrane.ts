import { ModelError } from "../model/error.js";
import type { Model } from "../model/model.js";

/**
 * A model as the membrane of a compartment: its first state is the membrane potential, its input the current per area.
 */
export interface Membrane {
  readonly model: Model;
  /** ∂(dV/dt)/∂I, a constant: 1/C. mV/ms per uA/cm². */
  readonly gain: number;
}

/** @throws ModelError for a model that cannot be a membrane, saying what it lacks */
export function membraneOf(model: Model, where: string): Membrane {
  const V = model.stateNames[0];
  const refuse = (why: string): never => {
    throw new ModelError(`${where}: ${model.name} cannot be the membrane of a cable: ${why}`, model.name);
  };
  if (model.units[V] !== "mV")
    refuse(`its first state must be the membrane potential in mV, but it is ${V} in ${model.units[V]}`);
  if (model.input === undefined) return refuse("it names no input to which the current along the cable could be added");
  if (model.units[model.input] !== "uA/cm^2")
    refuse(`its input ${model.input} must be a current per area, in uA/cm^2, but is in ${model.units[model.input]}`);
  if (model.spiking.reset)
    refuse(
      "it is reset after a spike, and a reset of one compartment has no counterpart in a cable; " +
        "take a model that makes its own spikes",
    );

  const n = model.stateNames.length;
  const slot = model.parameterNames.indexOf(model.input);
  const { graph, roots } = model;
  if (roots.threshold !== null && graph.dependsOn(roots.threshold, new Set([graph.parameter(slot)])))
    refuse(`its threshold reads its input ${model.input}, which in a cable is not what is injected alone`);
  const gains = [0, 1].map((k) => {
    const D = new Float64Array(n * model.parameterNames.length);
    model.kernels.parameterJacobian(
      Float64Array.from(model.stateNames, (name) => model.ranges[name][k]),
      model.vector,
      D,
    );
    return Array.from({ length: n }, (_, i) => D[i * model.parameterNames.length + slot]);
  });
  const gain = gains[0][0];
  if (!(gain > 0) || gains[1][0] !== gain)
    refuse(`its input must enter as C d${V}/dt = ${model.input} + …, with a constant C`);
  if (gains.some((column) => column.slice(1).some((g) => g !== 0))) refuse(`its input must act on ${V} alone`);
  return { model, gain };
}
