/** A call that is refused as Agillic refuses it: the status, and the strings of its error body. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly status: number, readonly code: string, message: string) {
    super(message);
  }
}
