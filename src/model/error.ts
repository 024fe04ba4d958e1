/** A definition that cannot be a model: names the model, the line and the symbol. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  /** @param symbol the name or text at fault, where there is one */
  constructor(
    message: string,
    readonly symbol?: string,
  ) {
    super(message);
  }
}
