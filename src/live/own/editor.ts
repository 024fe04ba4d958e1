import { button, freshId, make, menu } from "../page/controls.js";
import { longest, type Draft } from "./draft.js";
import type { Reading } from "./reading.js";
import { rowsOf } from "./rows.js";

/** Where a reader types equations. */
interface Editor {
  readonly element: HTMLElement;
  /** Shows a draft, and what came of it, if that is known. */
  update(draft: Draft, reading: Reading | undefined, undoable: boolean): void;
}

/** What a reader does in it. */
interface Actions {
  /** Another draft, letter by letter. */
  edit(draft: Draft): void;
  /** Another draft at once, which can be taken back. */
  replace(draft: Draft): void;
  undo(): void;
  /** A copy of what is offered by that name. */
  copy(label: string): void;
}

const noCopy = "a copy of …";

/** @param offered labels of models whose equations can be copied @param wide whether rows are in view at first */
export function editor(offered: readonly string[], wide: boolean, act: Actions): Editor {
  let draft: Draft;
  const edit = (changes: Partial<Draft>): void => act.edit({ ...draft, ...changes });
  const field = (label: string, name: "name" | "threshold" | "refractory", example: string): HTMLElement => {
    const input = make("input", {
      type: "text",
      id: freshId(),
      className: "nc-number",
      maxLength: longest.field,
      placeholder: example,
      autocomplete: "off",
      spellcheck: false,
      autocapitalize: "off",
    });
    input.addEventListener("input", () => edit({ [name]: input.value }));
    fields.set(name, input);
    return labelled(label, input);
  };
  const fields = new Map<"name" | "threshold" | "refractory" | "equations" | "reset", Typed>();
  const text = (label: string, name: "equations" | "reset", most: number, example: string): HTMLElement => {
    const area = make("textarea", {
      id: freshId(),
      className: "nc-code",
      maxLength: most,
      placeholder: example,
      spellcheck: false,
      autocapitalize: "off",
      wrap: "off",
    });
    area.setAttribute("autocorrect", "off");
    area.addEventListener("input", () => edit({ [name]: area.value }));
    fields.set(name, area);
    return labelled(label, area);
  };

  const equations = text("equations", "equations", longest.equations, "dV/dt = …");
  const area = fields.get("equations") as HTMLTextAreaElement;
  const help = make("p", { className: "nc-about", id: freshId() });
  help.textContent =
    "One line each, dv/dt = … for a state, or name = … for a quantity; # begins a comment. A line that ends in a " +
    "unit, such as [1/ms], is in plain numbers; in all others units have to agree.";
  area.setAttribute("aria-describedby", help.id);
  const states = rowsOf("states", "start", (rows) => edit({ states: rows }));
  const parameters = rowsOf("parameters", "value", (rows) => edit({ parameters: rows }));
  const input = menu("current", [""], (name) => edit({ input: name }));

  const start = menu("begin with", [noCopy, ...offered], (label) => {
    start.select.value = noCopy;
    if (label !== noCopy) act.copy(label);
  });
  const undo = button("undo", () => act.undo(), "takes back the last copy or repair");
  const code = make("textarea", {
    readOnly: true,
    rows: 8,
    className: "nc-code",
    ariaLabel: "TypeScript",
    hidden: true,
  });
  code.wrap = "off";
  const said = make("p", { className: "nc-about", role: "status" });
  const typescript = button(
    "copy as TypeScript",
    () => {
      code.hidden = false;
      code.select();
      const copied = navigator.clipboard?.writeText(code.value) ?? Promise.reject(new Error("no clipboard"));
      copied.then(
        () => (said.textContent = "It is copied."),
        () => (said.textContent = "It stands below, selected: copy it."),
      );
    },
    "defineModel({ … }), for a notebook",
  );

  const verdict = make("p", { className: "nc-verdict", role: "status" });
  const mends = make("div", { className: "nc-tools" });
  const spikes = make("details", { className: "nc-more" });
  spikes.append(
    make("summary", { textContent: "spikes and current" }),
    field("spike where", "threshold", "V >= Vth"),
    text("then", "reset", longest.reset, "V = Vreset"),
    field("for how long it stays", "refractory", "tRef"),
    input.element,
  );
  const left = make("div", { className: "nc-typing-text" });
  const tools = make("div", { className: "nc-tools" });
  tools.append(undo, typescript, said);
  const top = make("div", { className: "nc-typing-top" });
  top.append(field("name", "name", "my neuron"), start.element);
  left.append(top, equations, verdict, mends, help, spikes, tools, code);
  const right = make("details", { className: "nc-typing-rows", open: wide });
  right.append(make("summary", { textContent: "states and parameters" }), states.element, parameters.element);
  const element = make("div", { className: "nc-typing", role: "group", ariaLabel: "your equations" });
  element.append(left, right);

  const goTo = (line: number): void => {
    const lines = area.value.split("\n");
    const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(from, from + (lines[line - 1] ?? "").length);
  };
  return {
    element,
    update(next, reading, undoable) {
      draft = next;
      for (const [name, typed] of fields) if (typed.value !== draft[name]) typed.value = draft[name];
      area.rows = Math.min(14, Math.max(5, draft.equations.split("\n").length + 1));
      (fields.get("reset") as HTMLTextAreaElement).rows = Math.max(2, draft.reset.split("\n").length);
      const model = reading?.kind === "model" ? reading : undefined;
      const fault = reading?.kind === "none" ? reading : undefined;
      if ([...draft.states, ...draft.parameters].some(({ name }) => name === fault?.symbol)) right.open = true;
      states.update(draft.states, model?.ranges ?? {}, fault?.symbol);
      parameters.update(draft.parameters, model?.ranges ?? {}, fault?.symbol);
      const names = ["", ...draft.parameters.map(({ name }) => name)];
      input.select.replaceChildren(
        ...names.map((value) =>
          make("option", { value, textContent: value === "" ? "drives I, if it is there" : value }),
        ),
      );
      input.select.value = names.includes(draft.input) ? draft.input : "";
      undo.ariaDisabled = String(!undoable);
      area.ariaInvalid = String(fault?.line !== undefined);
      if (reading === undefined) return;
      typescript.disabled = model === undefined;
      code.value = model?.code ?? "";
      if (model === undefined) code.hidden = true;
      said.textContent = "";
      verdict.classList.toggle("nc-wrong", fault !== undefined);
      const [many, more] = [counted(draft.states.length, "state"), counted(draft.parameters.length, "parameter")];
      const stands = `These equations stand: ${many}, ${more}.`;
      const told = fault === undefined ? stands : sentence(fault.message);
      if (verdict.textContent !== told) verdict.textContent = told;
      const line = fault?.line;
      mends.replaceChildren(
        ...reading.repairs.map((repair) =>
          button(repair.label, () => {
            area.focus();
            act.replace(repair.draft);
          }),
        ),
        ...(line === undefined ? [] : [button(`go to line ${line}`, () => goTo(line))]),
      );
    },
  };
}

type Typed = HTMLInputElement | HTMLTextAreaElement;

function labelled(text: string, control: HTMLElement): HTMLElement {
  const element = make("div", { className: "nc-field" });
  element.append(make("label", { htmlFor: control.id, textContent: text }), control);
  return element;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const sentence = (text: string): string => text[0].toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");
