/** A browser's ear for tests: it hears what the test says. Chromium on Linux asks a service for it that no test may need. */
export interface FakeSpeech {
  /** Those who listen now, with the language in which they do. */
  readonly listening: readonly string[];
  /** How often somebody began to listen. */
  readonly begun: number;
  /** Words that everybody hears who listens; the same sentence until it is final. */
  hears(words: string, final?: boolean): void;
  /** The browser ends by itself, as after a while of silence. */
  ends(): void;
  /** It fails for a reason (Web Speech API, SpeechRecognitionErrorCode). */
  fails(reason: string): void;
  restore(): void;
}

const NAMES = ['SpeechRecognition', 'webkitSpeechRecognition'] as const;

function replaceWith(value: unknown): () => void {
  const own = NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(window, name)] as const);
  for (const name of NAMES) Object.defineProperty(window, name, { configurable: true, value });
  return () => {
    for (const [name, descriptor] of own) {
      if (descriptor) Object.defineProperty(window, name, descriptor);
      else Reflect.deleteProperty(window, name);
    }
  };
}

/** Takes away what the browser has for it. */
export const withoutSpeech = (): (() => void) => replaceWith(undefined);

/** Puts the smallest possible recognizer in the place of the browser's, whether it has one or not. */
export function fakeSpeech(): FakeSpeech {
  const listening = new Set<Recognition>();
  let begun = 0;

  class Recognition extends EventTarget {
    lang = '';
    readonly heard: { isFinal: boolean; transcript: string }[] = [];

    start(): void {
      begun += 1;
      listening.add(this);
    }

    abort(): void {
      if (listening.delete(this)) this.dispatchEvent(new Event('end'));
    }

    hear(transcript: string, isFinal: boolean): void {
      if (this.heard.at(-1)?.isFinal === false) this.heard.pop();
      this.heard.push({ transcript, isFinal });
      const results = this.heard.map((one) => Object.assign([{ transcript: one.transcript }], { isFinal: one.isFinal }));
      this.dispatchEvent(Object.assign(new Event('result'), { resultIndex: results.length - 1, results }));
    }
  }

  const restore = replaceWith(Recognition);
  return {
    get listening() {
      return [...listening].map(({ lang }) => lang);
    },
    get begun() {
      return begun;
    },
    hears: (words, final = false) => {
      for (const one of listening) one.hear(words, final);
    },
    ends: () => {
      for (const one of listening) one.abort();
    },
    fails: (reason) => {
      for (const one of [...listening]) {
        one.dispatchEvent(Object.assign(new Event('error'), { error: reason }));
        one.abort();
      }
    },
    restore,
  };
}
