/** The editor of an answer: CodeMirror, in the page's own colours. */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import type { CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, undo } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  LanguageSupport,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  type DecorationSet,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Completions } from "./client.js";

/** An editor. */
export interface Editor {
  text(): string;
  /** Another text, which can be undone. */
  write(text: string): void;
  /** Types for the reader. */
  insert(text: string): void;
  undo(): void;
  /** Marks the line in which an error is; undefined: none. */
  mark(line: number | undefined): void;
  focus(): void;
}

/** What an editor is for. */
export interface EditorOptions {
  readonly text: string;
  /** What it is called for those who do not see it. */
  readonly label: string;
  changed(): void;
  /** The reader has asked for the answer to be checked, by a key. */
  check(): void;
  complete(text: string, at: number): Promise<Completions>;
}

/** As highlight.js colours the cells of the book. */
const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.typeName], color: "var(--purple)" },
  { tag: [tags.string, tags.regexp], color: "var(--green)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--vermillion)" },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.propertyName], color: "var(--blue)" },
]);

/** What `mark` sets: the number of a line. */
const marking = StateEffect.define<number | undefined>();
const wrong = Decoration.line({ class: "wrong-line" });
const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(before, { effects, state, docChanged, changes }) {
    const effect = effects.find((each) => each.is(marking));
    if (!effect) return docChanged ? before.map(changes) : before;
    const line = effect.value as number | undefined;
    if (line === undefined || line > state.doc.lines) return Decoration.none;
    return Decoration.set(wrong.range(state.doc.line(line).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Puts an editor into the page. */
export function createEditor(place: HTMLElement, options: EditorOptions): Editor {
  const { text, label, changed, check, complete } = options;
  const run = (): boolean => {
    check();
    return true;
  };
  const view = new EditorView({
    parent: place,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [(context) => matches(context, complete)], icons: false }),
        new LanguageSupport(typescriptLanguage),
        syntaxHighlighting(colours),
        marked,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed();
        }),
        Prec.highest(
          keymap.of([
            { key: "Mod-Enter", run },
            { key: "Shift-Enter", run },
          ]),
        ),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    write: (whole) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: whole } }),
    insert(typed) {
      view.dispatch(view.state.replaceSelection(typed), { scrollIntoView: true, userEvent: "input.type" });
    },
    undo: () => void undo(view),
    mark: (line) => view.dispatch({ effects: marking.of(line) }),
    focus: () => view.focus(),
  };
}

/** Asked for by key, or after a letter or a point. */
async function matches(
  { explicit, state, pos }: CompletionContext,
  complete: EditorOptions["complete"],
): Promise<CompletionResult | null> {
  const before = state.sliceDoc(Math.max(0, pos - 40), pos);
  if (!explicit && !/[\p{ID_Start}$_.][\p{ID_Continue}$]*$/u.test(before)) return null;
  const { from, to, names } = await complete(state.doc.toString(), pos);
  return {
    from,
    to,
    options: names.map(({ name, kind }, k) => ({ label: name, type: kind, boost: Math.max(-99, -k) })),
    validFor: /^[\p{ID_Continue}$]*$/u,
  };
}
