import type { Model } from "../model/model.js";
import { adaptiveExponential } from "./adaptive-exponential.js";
import { exponentialIntegrateAndFire } from "./exponential-integrate-and-fire.js";
import { fitzHughNagumo } from "./fitzhugh-nagumo.js";
import { fitzHughRinzel } from "./bursters/fitzhugh-rinzel.js";
import { hindmarshRose } from "./bursters/hindmarsh-rose.js";
import { hodgkinHuxley } from "./hodgkin-huxley.js";
import { izhikevich2007 } from "./izhikevich-2007.js";
import { izhikevich } from "./izhikevich.js";
import { leakyIntegrateAndFire } from "./leaky-integrate-and-fire.js";
import { linearPlane } from "./linear-plane.js";
import { morrisLecar } from "./morris-lecar.js";
import { passiveMembrane } from "./passive-membrane.js";
import { persistentSodiumPotassium } from "./persistent-sodium-potassium.js";
import { persistentSodiumPotassiumM } from "./bursters/persistent-sodium-potassium-m.js";
import { persistentSodium } from "./persistent-sodium.js";
import { prescott } from "./prescott.js";
import { quadraticIntegrateAndFire } from "./quadratic-integrate-and-fire.js";
import { wilsonCowan } from "./wilson-cowan.js";

/** The models under the names by which they are imported, in the order in which the course meets them. */
export const catalogue: Readonly<Record<string, Model>> = {
  linearPlane,
  hodgkinHuxley,
  leakyIntegrateAndFire,
  persistentSodium,
  persistentSodiumPotassium,
  quadraticIntegrateAndFire,
  exponentialIntegrateAndFire,
  adaptiveExponential,
  izhikevich,
  izhikevich2007,
  fitzHughNagumo,
  morrisLecar,
  prescott,
  passiveMembrane,
  wilsonCowan,
  persistentSodiumPotassiumM,
  hindmarshRose,
  fitzHughRinzel,
};
