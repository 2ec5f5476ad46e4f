/** A failure whose message is the whole story: one sentence that names what to change. Printed without a stack. */
export class Refusal extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'Refusal';
  }
}
