import type { Call } from '../call.js';
import type { Exchange } from './exchange.js';

/** Screens that are shared, by this person and by the others. */
export class ScreenShare {
  readonly #call: Call;

  constructor(call: Call, _exchange: Exchange) {
    this.#call = call;
  }

  /** Shares, or ends that. */
  toggle(force = !this.#call.localParticipant.screen): Promise<void> {
    return Promise.reject(new DOMException(`not yet: ${force}`, 'NotSupportedError'));
  }
}
