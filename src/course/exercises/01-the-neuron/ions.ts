import { faradayConstant, gasConstant } from "../../../models/channels/reversal-potential.js";

/** Concentrations, mM. */
export const [K, Na, Cl] = [
  { inside: 140, outside: 5 },
  { inside: 14, outside: 145 },
  { inside: 7, outside: 120 },
];

/** Temperature of a body, °C. */
export const body = 37;

/** RT/F in mV at T °C. */
export const thermal = (T: number): number => (1000 * gasConstant * (T + 273.15)) / faradayConstant;
