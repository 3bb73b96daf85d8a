/** Between two announcements of one author, in ms: whoever goes on and off all the time is not worth more. */
const QUIET = 10_000;

interface Told {
  on: boolean;
  /** What is to be said after the quiet, and whether that is on. */
  latest: { on: boolean; say: () => void };
  timer: ReturnType<typeof setTimeout>;
}

/** Tells what is on or off by a peer's word: at once, and then no more for some time, after which it tells what is so then. */
export class QuietNews {
  readonly #told = new Map<string, Told>();

  /** Something of this author is on now, or off; `say` announces that. */
  tell(author: string, on: boolean, say: () => void): void {
    const told = this.#told.get(author);
    if (told) {
      told.latest = { on, say };
      return;
    }
    const timer = setTimeout(() => this.#lookAgain(author), QUIET);
    this.#told.set(author, { on, latest: { on, say }, timer });
    say();
  }

  forget(author: string): void {
    clearTimeout(this.#told.get(author)?.timer);
    this.#told.delete(author);
  }

  forgetAll(): void {
    for (const author of [...this.#told.keys()]) this.forget(author);
  }

  #lookAgain(author: string): void {
    const told = this.#told.get(author);
    this.#told.delete(author);
    if (told && told.latest.on !== told.on) this.tell(author, told.latest.on, told.latest.say);
  }
}
