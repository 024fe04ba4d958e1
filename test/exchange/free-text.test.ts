import { describe, expect, test } from "vitest";
import { toBrian2 } from "../../src/exchange/brian2.js";
import { toNeuroML } from "../../src/exchange/neuroml.js";
import { element, xmlComment } from "../../src/exchange/xml.js";
import { fromXppaut } from "../../src/exchange/xppaut/read.js";
import { toXppaut } from "../../src/exchange/xppaut/write.js";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import type { Model } from "../../src/model/model.js";
import { parseXml } from "../figure/picture.js";

/** A model whose name, source and presets are this text. */
const named = (text: string): Model =>
  defineModel({
    name: text,
    source: text,
    equations: "C dV/dt = I - g*V",
    states: { V: state(-65, "mV") },
    parameters: { C: [1, "uF/cm^2"], I: [0, "uA/cm^2"], g: [0.1, "mS/cm^2"] },
    presets: { [text]: { g: 0.2 }, [`${text} too`]: { g: 0.3 } },
    input: "I",
  });

const texts = [
  `"quoted" & 'quoted' <b> ]]>`,
  "x --> <Include file='/etc/passwd'/> <!-- y",
  "x --->",
  "-",
  "a\nimport os",
  "a\r\npar g=7",
  "a\u2028b\u0085c\0d\fe",
  "ends in a backslash \\",
  '""" + 1 #',
  "*- coding: utf-7 -*-",
  "モデル",
];
const plain = named("plain");
const code = (text: string): string[] =>
  text.split(/\r\n|[\n\r\u2028\u2029\u0085\f\v\0]/).filter((line) => !/^#/.test(line));

describe.each(texts.map((text) => [JSON.stringify(text), named(text)] as const))("a model called %s", (_, model) => {
  test("is the same program of Brian 2 as one with a plain name", () => {
    expect(code(toBrian2(model))).toEqual(code(toBrian2(plain)));
    // Python looks for the encoding of a file in a comment in its first two lines.
    expect(toBrian2(model).split("\n").slice(0, 2)).toEqual(["from brian2 import *", ""]);
  });

  test("is the same file of XPPAUT but for the names of its presets, none of whose lines goes on in the next", () => {
    const withoutNames = (m: Model): string[] => code(toXppaut(m)).map((line) => line.replace(/^("\{.*?\}).*/, "$1"));
    expect(withoutNames(model)).toEqual(withoutNames(plain));
    expect(toXppaut(model)).not.toContain("\\");
    expect(new Set(toXppaut(model).match(/^"\{.*$/gm)).size).toBe(2);
    const again = fromXppaut(toXppaut(model)).model;
    expect(again.parameters).toEqual(model.parameters);
    expect(Object.values(again.presets)).toEqual(Object.values(model.presets));
  });

  test("is well-formed NeuroML, with the elements of one with a plain name", () => {
    const tags = (m: Model): string[] => {
      const xml = toNeuroML(m).replace(/<!--(?:(?!--)[\s\S])*-->\s*/g, "");
      expect(() => parseXml(xml.trim())).not.toThrow();
      return xml.replace(/\b\w*Cell\b/g, "Cell").split("\n");
    };
    expect(tags(model)).toEqual(tags(plain));
  });
});

test("every value of an attribute and every comment is escaped", () => {
  for (const text of texts) {
    const [line] = element("Case", { condition: text, value: text });
    const [, value] = /^<Case condition="([^"<]*)" value="\1"\/>$/.exec(line) ?? [];
    const unescaped = value
      ?.replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
    expect(unescaped).toBe(text);
    expect(xmlComment(text)).toMatch(/^<!-- (?:(?!--).)* -->$/);
  }
});

test("an option that an export does not have, or a run without length, is refused by its name", () => {
  for (const write of [toXppaut, toBrian2, toNeuroML]) {
    expect(() => write(plain, { durations: 10 } as never)).toThrow(/no option 'durations'.*Did you mean 'duration'/);
    expect(() => write(plain, { dt: 0 })).toThrow(new RegExp(`${write.name}: dt must be a positive number`));
  }
});
