import { ACTIVATIONS } from '../activations.js';
import { Tone } from '../sounds/tone.js';
import { notifyOfRing } from './ring-notification.js';
import { flashTitle } from './title-flash.js';

/** A call that rings here. */
export interface Ring {
  /** Of the call. */
  readonly id: string;
  /** Who calls, as a sentence. */
  readonly title: string;
  /** What the call is about; may be empty. */
  readonly body: string;
}

/** How to ring. */
export interface RingSound {
  /** False: no tone, only what is seen. */
  readonly audible: boolean;
  /** URL of a sound instead of the built-in tone. */
  readonly source: string | undefined;
}

/**
 * Makes a person look up while something rings: by a tone; and where that is not to be heard, or the page is behind others,
 * by its title and by a notification of the system, if the person has allowed those. Asks for nothing itself.
 */
export class RingAlert {
  readonly #onChange: () => void;
  #rings: readonly Ring[] = [];
  #sound: RingSound = { audible: false, source: undefined };
  #tone: Tone | undefined;
  #isHeldBack = false;
  /** What ends the flashing title and the notification, by the id of the call. */
  readonly #signs = new Map<string, () => void>();
  /** From the first ring to the last. */
  #ringing = new AbortController();

  /** `onChange` is called when {@link isHeldBack} has changed. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** True while the browser holds back the tone until the person does something with the page (autoplay rules). */
  get isHeldBack(): boolean {
    return this.#isHeldBack;
  }

  /** Rings for these calls, and for no others any more; none ends it all. */
  ring(rings: readonly Ring[], sound: RingSound): void {
    const began = rings.length > 0 && this.#rings.length === 0;
    const changed = sound.audible !== this.#sound.audible || sound.source !== this.#sound.source;
    this.#rings = rings;
    this.#sound = sound;
    if (rings.length === 0) {
      this.#end();
      return;
    }
    if (began) this.#watch();
    if (began || changed) this.#play();
    this.#showSigns();
  }

  #end(): void {
    this.#ringing.abort();
    this.#tone?.stop();
    this.#tone = undefined;
    this.#hold(false);
    this.#showSigns();
  }

  #watch(): void {
    this.#ringing = new AbortController();
    const { signal } = this.#ringing;
    for (const type of ['focus', 'blur']) addEventListener(type, () => this.#showSigns(), { signal });
    // A notification would outlive the page.
    addEventListener('pagehide', () => this.ring([], this.#sound), { signal });
    for (const type of ACTIVATIONS) {
      const onActive = (): void => {
        if (this.#isHeldBack) this.#play();
      };
      addEventListener(type, onActive, { signal, capture: true, passive: true });
    }
  }

  #play(): void {
    this.#tone?.stop();
    this.#tone = undefined;
    if (!this.#sound.audible) {
      this.#hold(false);
      return;
    }
    const tone = new Tone('ring', this.#sound.source);
    this.#tone = tone;
    void tone.start().then((heard) => {
      if (this.#tone !== tone) return;
      this.#hold(!heard);
      this.#showSigns();
    });
  }

  #hold(isHeldBack: boolean): void {
    if (isHeldBack === this.#isHeldBack) return;
    this.#isHeldBack = isHeldBack;
    this.#onChange();
  }

  /** Shows of each call what is to be seen beyond the page, and takes away what is not any more. */
  #showSigns(): void {
    const isUnnoticed = !this.#sound.audible || this.#isHeldBack || !document.hasFocus();
    const wanted = isUnnoticed ? this.#rings : [];
    for (const [id, end] of this.#signs) {
      if (wanted.some((ring) => ring.id === id)) continue;
      this.#signs.delete(id);
      end();
    }
    for (const ring of wanted) if (!this.#signs.has(ring.id)) this.#signs.set(ring.id, signOf(ring));
  }
}

function signOf({ id, title, body }: Ring): () => void {
  const unflash = flashTitle(title);
  const close = notifyOfRing(title, body, id);
  return () => {
    unflash();
    close();
  };
}
