/**
 * Why nothing can be shown, before the wasm has a say. The sentence is made when it is shown,
 * since the reader's language may change in between.
 */
export class Failure {
  /**
   * @param {string} code stable, for scripts
   * @param {{file?: string, value?: string | {over: string}, [name: string]: unknown}} [facts]
   * @param {string} [key] the sentence's key where it is not the code
   */
  constructor(code, facts = {}, key = code) {
    this.code = code;
    this.facts = facts;
    this.key = key;
  }
}
