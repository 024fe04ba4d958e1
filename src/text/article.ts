/** A name with its indefinite article: "a saddle", "an unstable focus". */
export const withArticle = (name: string): string => (/^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`);
