/** Of the Web Speech API (WICG), which TypeScript's library knows in parts. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** Newer Chromium: no sound leaves the machine. */
  processLocally?: boolean;
  start(track?: MediaStreamTrack): void;
  abort(): void;
  stop(): void;
}

interface RecognitionConstructor {
  new (): Recognition;
  available?: (wish: { langs: string[]; processLocally: boolean }) => Promise<string>;
}

/** What the browser has for it; `undefined` where that is nothing. */
function recognition(): RecognitionConstructor | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = window as {
    SpeechRecognition?: RecognitionConstructor;
    webkitSpeechRecognition?: RecognitionConstructor;
  };
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/** Whether this browser can turn speech into text. */
export const canRecognize = (): boolean => !!recognition();

/** What browsers report in the course of things: nobody spoke, or we ended it. */
const HARMLESS: readonly string[] = ['no-speech', 'aborted'];

/** From one end to the next beginning, in ms; twice as long after each try that came to nothing. */
const PAUSE = 250;
const LONGEST_PAUSE = 8000;

/** How often in a row the network may be gone: with those pauses, for a quarter of a minute. */
const MOST_LOSSES = 6;

/** What a {@link SpeechRecognizer} needs to know and to tell. */
export interface RecognizerConfig {
  /** The language that is spoken (BCP 47). */
  readonly lang: string;
  /** What to listen to, in browsers that let a page say so; the default microphone elsewhere. */
  readonly track: MediaStreamTrack | undefined;
  /** The words of a sentence so far; `id` is another one for each sentence. */
  readonly onWords: (id: number, words: string, final: boolean) => void;
  /** Nothing more will come, by the word of the browser. */
  readonly onFailure: (reason: string) => void;
}

/** How many sentences there were in this page. */
let sentences = 0;

/** Turns speech into text by means of the browser, until it is stopped. Begins anew whenever the browser ends by itself. */
export class SpeechRecognizer {
  readonly #config: RecognizerConfig;
  #isOver = false;
  /** What listens now. */
  #speech: Recognition | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = PAUSE;
  #losses = 0;

  constructor(config: RecognizerConfig) {
    this.#config = config;
    void this.#listen();
  }

  /** Idempotent. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#speech?.abort();
    this.#speech = undefined;
  }

  async #listen(): Promise<void> {
    const Recognition = recognition();
    if (!Recognition) return this.#fail('unsupported');
    const { lang, track, onWords } = this.#config;
    // No browser listens to it, and the one in its place may be a second away: then this recognizer makes way as well.
    if (this.#isUnplugged) return this.#again();
    const speech = new Recognition();
    Object.assign(speech, { lang, continuous: true, interimResults: true });
    if (await isLocal(Recognition, lang)) speech.processLocally = true;
    if (this.#isOver) return;
    const first = sentences;
    speech.addEventListener('result', (event) => {
      const { resultIndex, results } = event as SpeechRecognitionEvent;
      for (let index = resultIndex; index < results.length; index++) {
        const result = results[index];
        const words = result?.[0]?.transcript ?? '';
        sentences = Math.max(sentences, first + index + 1);
        if (result && !this.#isOver) onWords(first + index, words, result.isFinal);
      }
      this.#pause = PAUSE;
      this.#losses = 0;
    });
    speech.addEventListener('error', (event) => {
      const { error } = event as SpeechRecognitionErrorEvent;
      const isLost = error === 'network' && ++this.#losses <= MOST_LOSSES;
      if (!isLost && !this.#isUnplugged && !HARMLESS.includes(error)) this.#fail(error);
    });
    speech.addEventListener('end', () => this.#again());
    this.#speech = speech;
    try {
      // Browsers that can't be told take no notice of it.
      speech.start(track);
    } catch (error) {
      this.#fail(String(error));
    }
  }

  get #isUnplugged(): boolean {
    return this.#config.track?.readyState === 'ended';
  }

  #again(): void {
    if (this.#isOver) return;
    this.#speech = undefined;
    this.#timer = setTimeout(() => void this.#listen(), this.#pause);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }

  #fail(reason: string): void {
    if (this.#isOver) return;
    this.stop();
    this.#config.onFailure(reason);
  }
}

/** Whether the browser needs nobody else for this language. */
async function isLocal(Recognition: RecognitionConstructor, lang: string): Promise<boolean> {
  try {
    return (await Recognition.available?.({ langs: [lang], processLocally: true })) === 'available';
  } catch {
    // A browser that can't even say so.
    return false;
  }
}
