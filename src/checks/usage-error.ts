/** A command was not called as it should be: what is said beside its usage, with exit code 2. */
export class UsageError extends Error {}
