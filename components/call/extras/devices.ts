import type { Call } from '../call.js';

/** Which devices a person has chosen. */
export class Devices {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Takes this device, now and from now on. */
  async choose(_kind: MediaDeviceKind, _deviceId: string): Promise<void> {
    await this.#call.media.start();
  }
}
