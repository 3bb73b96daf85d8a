import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Has its host drawn anew each second, as long as that shows how long something lasts. */
export class SecondsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #isCounting: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param isCounting whether the host shows such a thing now; asked after each update */
  constructor(host: ReactiveControllerHost, isCounting: () => boolean) {
    this.#host = host;
    this.#isCounting = isCounting;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdated(): void {
    if (!this.#isCounting()) this.#stop();
    else this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
