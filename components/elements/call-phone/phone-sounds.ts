import { isAnswered } from '../../call/ringing/ring-state.js';
import type { RingingCall } from '../../call/ringing/ringing-call.js';
import { RingAlert, type Ring } from '../../features/ringing/alert/ring-alert.js';
import { Tone } from '../../features/ringing/sounds/tone.js';
import type { RingingTranslate } from '../../i18n/ringing-catalogue.js';
import { callerName } from './names.js';

/** What a phone's tag says of sounds. */
export interface SoundOptions {
  readonly noSound: boolean;
  readonly ringTone: string | undefined;
  readonly ringback: string | undefined;
}

/** What is heard of a phone, and what is seen of it beyond the page. */
export class PhoneSounds {
  readonly #alert: RingAlert;
  #ringback: Tone | undefined;

  /** `onChange` is called when {@link isHeldBack} has changed. */
  constructor(onChange: () => void) {
    this.#alert = new RingAlert(onChange);
  }

  /** True while the browser holds back the ring tone. */
  get isHeldBack(): boolean {
    return this.#alert.isHeldBack;
  }

  /** Makes the sounds and signs that fit these calls, and no others; none without calls. */
  fit(calls: readonly RingingCall[], { noSound, ringTone, ringback }: SoundOptions, text: RingingTranslate): void {
    const ringing = calls.filter(ringsAt('incoming'));
    // A ring tone would drown whoever is being listened to.
    const isListening = calls.some(({ direction, state }) => direction === 'outgoing' || isAnswered(state));
    this.#alert.ring(
      ringing.map((call) => ringOf(call, text)),
      { audible: !noSound && !isListening, source: ringTone },
    );
    this.#ringBack(!noSound && calls.some(ringsAt('outgoing')), ringback);
  }

  #ringBack(isWanted: boolean, source: string | undefined): void {
    if (!isWanted) {
      this.#ringback?.stop();
      this.#ringback = undefined;
    } else if (!this.#ringback) {
      this.#ringback = new Tone('ringback', source);
      void this.#ringback.start();
    }
  }
}

const ringsAt =
  (direction: RingingCall['direction']) =>
  (call: RingingCall): boolean =>
    call.direction === direction && call.state === 'ringing';

const ringOf = (call: RingingCall, text: RingingTranslate): Ring => ({
  id: call.id,
  title: text('said-incoming', { name: callerName(call, text) }),
  body: call.subject ?? '',
});
