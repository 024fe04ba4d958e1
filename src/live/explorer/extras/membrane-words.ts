import { printUnit } from "../../../figure/label.js";
import { numberText } from "../../../text/number.js";
import type { ChannelNow } from "./channels.js";
import type { MembraneNow } from "./membrane-picture.js";

/** The membrane at a moment, for who does not see it: "At 12.3 ms V = −20 mV. INa: 321 µA/cm² flow in, 12 % open …". */
export function membraneInWords({ model, at, state, input: injected, channels }: MembraneNow): string {
  const [V] = model.stateNames;
  const { input } = model;
  const unit = input === undefined ? "" : printUnit(model.units[input]);
  const voltage = `At ${numberText(at, 4)} ms ${V} = ${numberText(state[V])} ${printUnit(model.units[V])}.`;
  const flows = channels.map((each) => {
    const way = each.current < 0 ? "in" : "out";
    return `${each.channel.current}: ${numberText(Math.abs(each.current))} ${unit} flow ${way}, ${openInWords(each)}.`;
  });
  const given = input === undefined ? [] : [`${input} = ${numberText(injected)} ${unit} through the electrode.`];
  return [voltage, ...flows, ...given].join(" ");
}

function openInWords({ channel, gates, open }: ChannelNow): string {
  const each = channel.gates.map(({ name, power }, k) => {
    const times = power === 1 ? "" : ` to the power ${power}`;
    return `${name.replace(/Inf$/, "∞")} = ${numberText(gates[k], 2)}${times}`;
  });
  const how = each.length === 0 ? "" : ` (${each.join(", ")})`;
  return `${numberText(100 * open, 2)} % of its channels open${how}`;
}
