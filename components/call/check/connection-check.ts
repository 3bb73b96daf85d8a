import type { SignalingCodec } from '../../../signaling/client/index.js';
import { typedEventTarget } from '../typed-event-target.js';
import type { MediaKind } from '../media/capture.js';
import { checkBitrate } from './bitrate.js';
import {
  CHECK_STEPS,
  failed,
  skipped,
  waitingStep,
  worst,
  type CheckReport,
  type CheckStep,
  type CheckStepName,
  type Finding,
} from './check-report.js';
import { checkDevices, type Devices } from './devices.js';
import { checkIceServers } from './ice-servers.js';
import { checkPicture } from './picture.js';
import { checkSignaling } from './signaling-echo.js';
import { checkSound } from './sound.js';
import { checkStun } from './stun.js';
import { checkTurn } from './turn.js';

/** What a {@link ConnectionCheck} examines: the same settings as those of the call. */
export interface ConnectionCheckOptions {
  /** The WebSocket endpoint, as for a call. Without one, that step is skipped. */
  signaling?: string | undefined;
  /**
   * The room to knock at, where a token admits to no other: people in it see somebody come and go. Default: a room of a
   * random name, where nobody is disturbed.
   */
  room?: string | undefined;
  /** Opaque credential for the signaling server. */
  token?: string | undefined;
  /** Asked for a token before each connection; comes before `token`. */
  getToken?: (() => Promise<string>) | undefined;
  /** `none`: never ask for the microphone. */
  audio?: string | undefined;
  /** `none`: never ask for the camera. */
  video?: string | undefined;
  /** Default: the server's, else one public STUN server; an empty list means none. */
  iceServers?: RTCIceServer[] | undefined;
  /** For an endpoint that speaks another language. Default: JSON as in PROTOCOL.md. */
  codec?: SignalingCodec | undefined;
}

/** `stepchange`: a step began or ended. */
export class CheckStepEvent extends Event {
  readonly step: CheckStep;
  constructor(step: CheckStep) {
    super('stepchange');
    this.step = step;
  }
}

/** The events of a check. */
export interface ConnectionCheckEvents {
  stepchange: CheckStepEvent;
}

/** A check under way. */
interface Run {
  readonly life: AbortController;
  readonly report: Promise<CheckReport>;
}

/**
 * The connection doctor, without any looks: examines step by step what a call needs, and says what it found.
 *
 * ```js
 * const check = new ConnectionCheck({ signaling: 'wss://example.com/signal' });
 * check.addEventListener('stepchange', ({ step }) => show(step));
 * const report = await check.start();
 * ```
 *
 * It takes 10 s where all is well. At the end, and after `stop()`, all devices, sockets and peer connections are closed.
 */
export class ConnectionCheck extends typedEventTarget<ConnectionCheckEvents>() {
  #options: ConnectionCheckOptions;
  #steps: readonly CheckStep[] = Object.freeze(CHECK_STEPS.map(waitingStep));
  #report: CheckReport | undefined;
  #run: Run | undefined;

  constructor(options: ConnectionCheckOptions = {}) {
    super();
    this.#options = options;
  }

  /** Every step, in order: a frozen snapshot, another one after each change. */
  get steps(): readonly CheckStep[] {
    return this.#steps;
  }

  /** What the last check found; undefined until one has ended by itself. */
  get report(): CheckReport | undefined {
    return this.#report;
  }

  /** True from `start()` until the end. */
  get running(): boolean {
    return this.#run !== undefined;
  }

  /** Other settings, for the next check. */
  update(options: ConnectionCheckOptions): void {
    this.#options = options;
  }

  /**
   * Begins, unless a check is under way already.
   *
   * @returns what it found
   * @throws {DOMException} `AbortError` when it was stopped
   */
  start(): Promise<CheckReport> {
    if (this.#run) return this.#run.report;
    const life = new AbortController();
    // A moment later: whoever hears of the first step finds the check running.
    const report = Promise.resolve()
      .then(() => this.#examine(this.#options, life.signal))
      .finally(() => life.abort());
    this.#run = { life, report };
    return report;
  }

  /** Ends the check under way, and releases everything at once. Idempotent. */
  stop(): void {
    if (!this.#run) return;
    this.#run.life.abort(new DOMException('The check was stopped.', 'AbortError'));
    this.#run = undefined;
    for (const { name, state } of this.#steps) {
      if (state === 'waiting' || state === 'running') this.#change(name, skipped('stopped'));
    }
  }

  async #examine(options: ConnectionCheckOptions, signal: AbortSignal): Promise<CheckReport> {
    const began = performance.now();
    this.#report = undefined;
    this.#steps = Object.freeze(CHECK_STEPS.map(waitingStep));
    await this.#examineDevices(options, signal);
    await this.#examineConnection(options, signal);
    this.#run = undefined;
    const report: CheckReport = deepFreeze({
      version: 1 as const,
      date: new Date().toISOString(),
      userAgent: navigator.userAgent,
      state: worst(this.#steps),
      durationMs: Math.round(performance.now() - began),
      steps: this.#steps,
    });
    this.#report = report;
    return report;
  }

  async #examineDevices({ audio, video }: ConnectionCheckOptions, signal: AbortSignal): Promise<void> {
    const wanted = { audio: audio !== 'none', video: video !== 'none' };
    const tracks: Devices['tracks'] = {};
    let asking: Promise<Devices> | undefined;
    const ask = async (kind: MediaKind): Promise<Finding> => {
      if (!wanted[kind]) return skipped('not-wanted');
      const kinds = (['audio', 'video'] as const).filter((each) => wanted[each]);
      const devices = await (asking ??= checkDevices(kinds, signal));
      Object.assign(tracks, devices.tracks);
      return devices.findings[kind] ?? failed('device-unknown');
    };
    const release = (): void => Object.values(tracks).forEach((track) => track.stop());
    signal.addEventListener('abort', release);
    await this.#step('microphone', signal, () => ask('audio'));
    await this.#step('camera', signal, () => ask('video'));
    await this.#step('picture', signal, () =>
      tracks.video ? checkPicture(tracks.video, signal) : skipped(wanted.video ? 'device-missing' : 'not-wanted'),
    );
    tracks.video?.stop();
    await this.#step('sound', signal, () =>
      tracks.audio ? checkSound(tracks.audio, signal) : skipped(wanted.audio ? 'device-missing' : 'not-wanted'),
    );
    release();
  }

  async #examineConnection(options: ConnectionCheckOptions, signal: AbortSignal): Promise<void> {
    const { signaling = '', room, token, getToken, codec, iceServers } = options;
    let fromServer: Parameters<typeof checkIceServers>[1];
    await this.#step('signaling', signal, async () => {
      const tokens = getToken ?? (token ? () => Promise.resolve(token) : undefined);
      const echo = await checkSignaling({ signaling, room, getToken: tokens, codec }, signal);
      fromServer = echo.iceServers;
      return echo.finding;
    });
    let stun: readonly RTCIceServer[] = [];
    let turn: readonly RTCIceServer[] = [];
    const servers = await this.#step('ice-servers', signal, () => {
      const known = checkIceServers(iceServers, fromServer);
      ({ stun, turn } = known);
      return known.finding;
    });
    if (servers.code === 'webrtc-unsupported') {
      for (const name of ['stun', 'turn', 'bitrate'] as const) this.#change(name, skipped('webrtc-unsupported'));
      return;
    }
    await this.#step('stun', signal, () => checkStun(stun, signal));
    const relay = await this.#step('turn', signal, () => checkTurn(turn, signal));
    await this.#step('bitrate', signal, () => checkBitrate(relay.state === 'passed' ? turn : [], signal));
  }

  /** Examines, and tells of it. What nobody foresaw is a finding too, and goes to the page's `error` event. */
  async #step(name: CheckStepName, signal: AbortSignal, examine: () => Finding | Promise<Finding>): Promise<Finding> {
    const began = performance.now();
    this.#change(name);
    let finding: Finding;
    try {
      finding = await examine();
    } catch (error) {
      signal.throwIfAborted();
      reportError(error);
      finding = failed('unexpected', { error: error instanceof Error ? error.name : typeof error });
    }
    signal.throwIfAborted();
    this.#change(name, finding, Math.round(performance.now() - began));
    return finding;
  }

  /** Without a finding the step begins. */
  #change(name: CheckStepName, finding?: Finding, durationMs?: number): void {
    const { state, code, figures = {} } = finding ?? { state: 'running' as const, code: undefined };
    const step: CheckStep = deepFreeze({ name, state, code, figures, durationMs });
    this.#steps = Object.freeze(this.#steps.map((other) => (other.name === name ? step : other)));
    this.dispatchEvent(new CheckStepEvent(step));
  }
}

function deepFreeze<Value extends object>(value: Value): Value {
  for (const inner of Object.values(value) as unknown[]) {
    if (typeof inner === 'object' && inner !== null && !Object.isFrozen(inner)) deepFreeze(inner);
  }
  return Object.freeze(value);
}
