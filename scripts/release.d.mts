export function notesOf(version: string, changes: string): string | undefined;
export function problemsOf(
  tag: string,
  files: { readonly manifest: string; readonly changes: string; readonly citation: string },
): readonly string[];
