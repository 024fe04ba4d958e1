/** What is known about a name of a cell: its type and its documentation. */
import type ts from "typescript";
import type { Bundle } from "../cell.js";
import { plainTypes } from "../plain-words.js";
import type { Look } from "../tslab.js";
import type { Typescript } from "./inside.js";

interface Found {
  readonly signature: string;
  readonly documentation: string;
  readonly tags: readonly ts.JSDocTagInfo[];
}

const nothingCancels = { isCancellationRequested: () => false, throwIfCancellationRequested() {} };

/** At a name, what it is; among the arguments of a call, what is called; before a parenthesis, the name before it. */
export function inspection(typescript: Typescript, look: Look, position: number): Bundle | undefined {
  const at = position + look.offset;
  const found = nameAt(typescript, look, at) ?? callAt(typescript, look, at) ?? nameAt(typescript, look, at - 1);
  if (!found) return undefined;
  const { signature, documentation, tags } = found;
  const lines = tags
    .map(({ name, text = [] }) => [name, text.map((part) => part.text).join("")] as const)
    .filter(([, text]) => text !== "");
  const notes = lines.map(([name, text]) => `@${name} ${text}`);
  const params = lines.map(([name, text]) => `- *${name}* ${text.replace(/^(\S+) (?:- )?/, "`$1` ")}`);
  return {
    "text/plain": [signature, "", documentation, ...notes].join("\n").trimEnd(),
    "text/markdown": ["```typescript", signature, "```", "", documentation, "", ...params].join("\n").trimEnd(),
  };
}

function nameAt(typescript: Typescript, { program, file }: Look, at: number): Found | undefined {
  const node = typescript.getTouchingPropertyName(file, Math.max(0, at));
  if (typescript.isSourceFile(node) || !typescript.isIdentifier(node)) return undefined;
  const checker = program.getTypeChecker();
  const symbol = optionAt(typescript, checker, node) ?? checker.getSymbolAtLocation(node);
  if (!symbol || (checker as unknown as { isUnknownSymbol(symbol: ts.Symbol): boolean }).isUnknownSymbol(symbol))
    return undefined;
  const { displayParts, documentation, tags } =
    typescript.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(checker, symbol, file, file, node);
  if (documentation.length > 0)
    return { signature: plain(displayParts), documentation: plain(documentation), tags: tags ?? [] };
  // What is called `plot.trace` is told where the function itself is declared.
  const called = checker.getTypeOfSymbolAtLocation(symbol, node).getCallSignatures()[0];
  return {
    signature: plain(displayParts),
    documentation: plain(called?.getDocumentationComment(checker)),
    tags: tags?.length ? tags : (called?.getJsDocTags() ?? []),
  };
}

/** The option that a key of an object literal sets, where it is known what the object is for. */
function optionAt(typescript: Typescript, checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  const isKey =
    (typescript.isPropertyAssignment(parent) || typescript.isShorthandPropertyAssignment(parent)) &&
    parent.name === node &&
    typescript.isObjectLiteralExpression(parent.parent);
  if (!isKey) return undefined;
  const wanted = checker.getContextualType(parent.parent);
  return wanted && checker.getPropertyOfType(checker.getNonNullableType(wanted), node.text);
}

function callAt(typescript: Typescript, { program, file }: Look, at: number): Found | undefined {
  const items = typescript.SignatureHelp.getSignatureHelpItems(program, file, at, undefined, nothingCancels);
  const item = items?.items[items.selectedItemIndex];
  if (!item) return undefined;
  const parameters = item.parameters.map(({ displayParts }) => plain(displayParts)).join(", ");
  return {
    signature: `${plain(item.prefixDisplayParts)}${parameters}${plain(item.suffixDisplayParts)}`,
    documentation: plain(item.documentation),
    tags: item.tags,
  };
}

const plain = (parts: readonly ts.SymbolDisplayPart[] | undefined): string =>
  plainTypes((parts ?? []).map(({ text }) => text).join(""));
