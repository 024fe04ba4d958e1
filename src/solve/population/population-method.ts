/** The methods of fixed step, and the stepping of Izhikevich (2003) IEEE Trans. Neural Networks 14:1569, Fig. 4. */
export const populationMethods = ["rk4", "euler", "midpoint", "heun", "exponentialEuler", "izhikevich2003"] as const;
/** One of `populationMethods`. */
export type PopulationMethod = (typeof populationMethods)[number];
