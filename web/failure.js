/**
 * Why nothing can be shown, as far as JavaScript knows. The message is made when it is shown, since the
 * reader's language may change before that.
 */
export class Failure {
  /**
   * @param {string} code stable, for scripts
   * @param {{file?: string, value?: string | {over: string}, [name: string]: unknown}} [facts] for the message
   * @param {string} [key] of the message; the code by default
   */
  constructor(code, facts = {}, key = code) {
    this.code = code;
    this.facts = facts;
    this.key = key;
  }
}
