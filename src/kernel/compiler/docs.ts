/**
 * Comments that document a name are read when somebody asks about the name. Read with the files in which they stand,
 * they would be a fifth of what the compiler keeps, and no compilation looks at them.
 */
import type ts from "typescript";
import type { Typescript } from "./inside.js";

/** What TypeScript's own symbols and signatures answer from comments. */
const answers = [
  "getDocumentationComment",
  "getContextualDocumentationComment",
  "getJsDocTags",
  "getContextualJsDocTags",
];

type Answer = (this: Documented, ...args: unknown[]) => unknown;
/** A symbol has declarations, a signature one. */
interface Documented {
  readonly declarations?: readonly ts.Node[];
  readonly declaration?: ts.Node;
}

/** Has all symbols and signatures of this TypeScript read their comments before they answer. Once. */
export function readDocsWhenAsked(typescript: Typescript): void {
  const { objectAllocator } = typescript;
  for (const { prototype } of [objectAllocator.getSymbolConstructor(), objectAllocator.getSignatureConstructor()]) {
    const methods = prototype as Record<string, Answer | undefined>;
    for (const name of answers) {
      const known = methods[name];
      if (!known) continue;
      methods[name] = function (...args) {
        for (const each of this.declarations ?? [this.declaration]) if (each) readDocs(typescript, each);
        return known.apply(this, args);
      };
    }
  }
}

/** Of a declaration and of all that it is in: that of a parameter stands before its function. */
function readDocs(typescript: Typescript, declaration: ts.Node): void {
  const { text } = declaration.getSourceFile();
  for (let node = declaration; !typescript.isSourceFile(node); node = node.parent) {
    const documented = node as ts.Node & { jsDoc?: readonly ts.JSDoc[] };
    if (documented.jsDoc || !typescript.canHaveJSDoc(node)) continue;
    documented.jsDoc = [...(typescript.getJSDocCommentRanges(node, text) ?? [])].flatMap(({ pos, end }) => {
      const jsDoc = typescript.parseIsolatedJSDocComment(text, pos, end - pos)?.jsDoc;
      return jsDoc ? [Object.assign(jsDoc, { parent: node })] : [];
    });
  }
}
