/** TypeScript as we use it. */
import type ts from "typescript";

/** The part of TypeScript's inside that completion and inspection stand on. */
export interface Inside {
  readonly Completions: { getCompletionsAtPosition(...args: readonly unknown[]): ts.CompletionInfo | undefined };
  readonly SignatureHelp: { getSignatureHelpItems(...args: readonly unknown[]): ts.SignatureHelpItems | undefined };
  readonly SymbolDisplay: {
    getSymbolDisplayPartsDocumentationAndSymbolKind(...args: readonly unknown[]): {
      readonly symbolKind: string;
      readonly displayParts: ts.SymbolDisplayPart[];
      readonly documentation: ts.SymbolDisplayPart[];
      readonly tags: ts.JSDocTagInfo[] | undefined;
    };
  };
  readonly objectAllocator: {
    getSymbolConstructor(): { readonly prototype: object };
    getSignatureConstructor(): { readonly prototype: object };
  };
  bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void;
  canHaveJSDoc(node: ts.Node): boolean;
  getJSDocCommentRanges(node: ts.Node, text: string): readonly ts.CommentRange[] | undefined;
  parseIsolatedJSDocComment(text: string, start: number, length: number): { readonly jsDoc: ts.JSDoc } | undefined;
  getTouchingPropertyName(file: ts.SourceFile, position: number): ts.Node;
  findPrecedingToken(position: number, file: ts.SourceFile): ts.Node | undefined;
  readonly nullTransformationContext: unknown;
}

/** TypeScript with its inside, which its declarations leave out. */
export type Typescript = typeof ts & Inside;
