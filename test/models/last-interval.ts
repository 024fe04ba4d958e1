/** The time between the last two spikes, ms: the period of a rhythm that has settled. NaN for fewer spikes than two. */
export const lastInterval = (spikes: Float64Array): number => spikes[spikes.length - 1] - spikes[spikes.length - 2];
