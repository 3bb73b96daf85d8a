import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Devices } from '../../call/extras/devices.js';

/** A device that can be chosen. */
export interface DeviceChoice {
  /** Empty: the browser's choice. */
  readonly id: string;
  /** Empty: as the system prefers. */
  readonly label: string;
  readonly selected: boolean;
}

/** What Chromium lists once more besides the devices themselves. */
const DOUBLES = ['default', 'communications'];

/** Keeps its host up to date with the devices that there are, from the moment one is plugged in or pulled out. */
export class DeviceList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => Devices | undefined;
  #devices: Devices | undefined;
  #list: readonly MediaDeviceInfo[] = [];
  #following = new AbortController();
  #listed: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, find: () => Devices | undefined) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  /** The devices of a kind that have names, the system's preference first where there is such a thing. */
  choices(kind: MediaDeviceKind): readonly DeviceChoice[] {
    const all = this.#list.filter((device) => device.kind === kind && device.deviceId && device.label);
    const real = all.filter(({ deviceId }) => !DOUBLES.includes(deviceId));
    if (!real.length) return [];
    const current = this.#devices?.current(kind) ?? '';
    const hasDefault = kind === 'audiooutput' || all.length > real.length;
    const known = real.some(({ deviceId }) => deviceId === current);
    return [
      ...(hasDefault ? [{ id: '', label: '', selected: !known }] : []),
      ...real.map(({ deviceId, label }) => ({ id: deviceId, label, selected: deviceId === current })),
    ];
  }

  /** Resolves once the devices are known that are there now. */
  async listed(): Promise<void> {
    await this.#listed;
  }

  hostUpdate(): void {
    const devices = this.#find();
    if (devices !== this.#devices) this.#follow(devices);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(devices: Devices | undefined): void {
    this.#following.abort();
    this.#following = new AbortController();
    this.#devices = devices;
    const { signal } = this.#following;
    devices?.addEventListener('change', () => void this.#refresh(devices), { signal });
    this.#listed = devices && this.#refresh(devices);
  }

  async #refresh(devices: Devices): Promise<void> {
    const list = await devices.list();
    if (devices !== this.#devices) return;
    this.#list = list;
    this.#host.requestUpdate();
  }
}
