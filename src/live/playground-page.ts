import { version } from "../host/version.js";
import { setupHtml } from "./cell/setup.js";
import type { Parts } from "./parts.js";
import { playgroundOutput } from "./playground.js";
import * as clampedMembrane from "./scenes/clamped-membrane.js";
import * as draggableNullclines from "./scenes/draggable-nullclines.js";
import * as errorAgainstStep from "./scenes/error-against-step.js";
import * as excitabilityClasses from "./scenes/excitability-classes.js";
import * as fourBifurcations from "./scenes/four-bifurcations.js";
import * as integratorAndResonator from "./scenes/integrator-and-resonator.js";
import * as networkRaster from "./scenes/network-raster.js";
import * as phaseKick from "./scenes/phase-kick.js";
import * as phasesOfASpike from "./scenes/phases-of-a-spike.js";
import * as potentialLandscape from "./scenes/potential-landscape.js";
import * as sameCurrent from "./scenes/same-current.js";
import type { Preparation, Scene } from "./scenes/scene.js";
import { sceneOutput } from "./cell/scene-output.js";
import * as strengthDurationCurve from "./scenes/strength-duration-curve.js";
import * as traceDeterminantPlane from "./scenes/trace-determinant-plane.js";
import * as twoPulses from "./scenes/two-pulses.js";
import * as voltageAlongCable from "./scenes/voltage-along-cable.js";

const style = `
:root { color-scheme: light dark; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: #ffffff; color: #1b1f24; }
main { max-width: 1380px; margin: 0 auto; padding: 4px 18px 40px; }
h2 { font-size: 18px; margin: 34px 0 8px; }
h1 { font-size: 21px; margin: 8px 0; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 20px; }
header p { margin: 0 0 8px; opacity: 0.8; }
nullcline-live { max-width: none !important; }
.nullcline-setup { display: none; }
footer { margin-top: 28px; opacity: 0.8; font-size: 13px; }
@media screen and (prefers-color-scheme: dark) { body { background: #111418; color: #e8eaed; } }
@media print { :root { color-scheme: light; } h2 { break-after: avoid; } }`;

/**
 * A page of its own with all models, for any browser, from a file, without network.
 * @param library @param runtime @param parts what `setup` brings, each as `pack` writes it
 */
export function playgroundHtml(library: string, runtime: string, parts: Parts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>nullcline: model neurons to play with</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>Model neurons to play with</h1>
<p>Every move integrates the equations again, here in this page. What has a ring can be dragged.</p>
</header>
<noscript><p>Scripts are off: what follows are pictures, without sliders.</p></noscript>
${setupHtml(library, runtime, parts)}
${playgroundOutput("", true).html}
${sections.map(section).join("\n")}
<footer>nullcline ${version}. Each model names the paper that its equations and numbers come from.</footer>
</main>
</body>
</html>
`;
}

const section = ([{ scene, prepare }, title]: Section): string =>
  `<section><h2>${title}</h2>\n${sceneOutput(scene, prepare(), "").html}</section>`;

/** What a scene's file has for a page: it is shown as its preparation leaves it by default. */
interface SceneFile {
  readonly scene: Scene;
  prepare(): Preparation;
}

type Section = readonly [file: SceneFile, title: string];

const sections: readonly Section[] = [
  [potentialLandscape, "A flow on a line, and the hill it runs down"],
  [traceDeterminantPlane, "The five equilibria of a linear system"],
  [draggableNullclines, "Nullclines to drag"],
  [fourBifurcations, "The four ways to lose rest"],
  [clampedMembrane, "A squid axon under voltage clamp"],
  [sameCurrent, "One current, several neurons"],
  [phasesOfASpike, "The phases of a spike"],
  [twoPulses, "After a spike: the refractory period"],
  [strengthDurationCurve, "How strong, how long"],
  [excitabilityClasses, "Hodgkin's three classes in one model"],
  [integratorAndResonator, "An integrator and a resonator"],
  [phaseKick, "A clock and a kick"],
  [voltageAlongCable, "A signal along a dendrite"],
  [networkRaster, "Three hundred cells together"],
  [errorAgainstStep, "How small must a step be?"],
];
