import { BOUNDS, type IceServerInit } from '../../signaling/protocol/index.js';
import { randomId, type Connect, type Endpoint, type SignalingCodec } from '../../signaling/client/index.js';
import { CallErrorEvent, MediaChangeEvent, ParticipantEvent, StateChangeEvent, type CallEvents } from './call-events.js';
import { cleanText } from './clean-text.js';
import type { Accompany } from './companion.js';
import { isActive, nextState, type CallState, type CallStep, type LeaveReason } from './call-state.js';
import { endpointOf } from './endpoint-of.js';
import { CallError } from './errors.js';
import type { Extras } from './extras/extras.js';
import { iceConfiguration, whyUnusable } from './ice-configuration.js';
import { LocalMedia, type DevicePreference } from './media/local-media.js';
import { Mesh } from './mesh.js';
import { withChanges, type Participant } from './participant.js';
import { Session } from './session.js';
import { CALL_TIMING as TIMING } from './timing.js';
import type { MediaTransport } from './transport.js';
import { typedEventTarget } from './typed-event-target.js';

/** What a call needs to know. Only the first two have no default. */
export interface CallOptions {
  /** The WebSocket endpoint: `wss:`, `ws:`, or relative to the page; may hold `{room}` and `{peer}`. */
  signaling: string;
  /** The room's name: any text of 1 to 128 UTF-16 code units. */
  room: string;
  /** How others see this person; cut to 64 UTF-16 code units. */
  displayName?: string | undefined;
  /** Opaque credential for the signaling server. */
  token?: string | undefined;
  /** Asked for a token before each connection, so that it may be short-lived; comes before `token`. */
  getToken?: (() => Promise<string>) | undefined;
  /** Default `on`. */
  audio?: DevicePreference | undefined;
  /** Default `on`. */
  video?: DevicePreference | undefined;
  /** Default: the server's, else one public STUN server; an empty list means none. */
  iceServers?: RTCIceServer[] | undefined;
  /** `relay` hides this person's address from the others, and needs a TURN server. Default `all`. */
  iceTransportPolicy?: RTCIceTransportPolicy | undefined;
  /** Don't join a room that would then hold more people. Default: no limit but the server's. */
  maxParticipants?: number | undefined;
  /** For an endpoint that speaks another language. Default: JSON as in PROTOCOL.md. */
  codec?: SignalingCodec | undefined;
  /** For whoever reaches the others in a way of their own. Default: a WebSocket to `signaling`. */
  connect?: Connect | undefined;
}

/**
 * A call: one person's place in one room, without any looks.
 *
 * ```js
 * const call = new Call({ signaling: 'wss://example.com/signal', room: 'standup', displayName: 'Ada' });
 * call.addEventListener('participantjoined', ({ participant }) => show(participant.stream));
 * await call.join();
 * ```
 *
 * Requests go in by its methods; what became of them comes out as events and frozen snapshots.
 */
export class Call extends typedEventTarget<CallEvents>() {
  /** This person's microphone and camera. */
  readonly media: LocalMedia;
  #options: CallOptions;
  #state: CallState = 'idle';
  #error: CallError | undefined;
  #local: Participant;
  #transport: MediaTransport | undefined;
  #session: Session | undefined;
  /** Who accompanies each stay. */
  readonly #company: Accompany[] = [];
  #extras: Promise<Extras> | undefined;
  #joining: Deferred | undefined;
  /** Aborted when the stay in the room ends. */
  #stay = new AbortController();
  /** True once the server has decided this person's name. */
  #nameIsTrusted = false;
  /** True from the first failure to reach the room until it is reached. */
  #isOut = false;
  #serverIceServers: IceServerInit[] | undefined;
  /** The last configuration that was tried on the browser, and what of it can be used. */
  #checked: { key: string; usable: RTCConfiguration } | undefined;

  constructor(options: CallOptions) {
    super();
    this.#options = options;
    this.media = new LocalMedia({ audio: options.audio, video: options.video });
    this.#local = Object.freeze<Participant>({
      id: randomId(),
      displayName: cleanName(options.displayName),
      local: true,
      audio: false,
      video: false,
      screen: false,
      speaking: false,
      connectionState: 'connected',
      quality: 'unknown',
      trouble: undefined,
      stream: this.media.stream,
    });
    this.media.addEventListener('change', () => this.#onMediaChange());
    this.media.addEventListener('error', ({ error }) => this.#report(error));
  }

  /** Where the call stands. */
  get state(): CallState {
    return this.#state;
  }

  /** The last failure; `undefined` again once the call is joined or begun anew. */
  get error(): CallError | undefined {
    return this.#error;
  }

  /** Everybody else in the room, in the order in which they came: a frozen list of frozen snapshots. */
  get participants(): readonly Participant[] {
    return this.#session?.roster.participants ?? NOBODY;
  }

  /** This person. */
  get localParticipant(): Participant {
    return this.#local;
  }

  /** The signaling address being used or tried, without what is secret in it. */
  get address(): string | undefined {
    return this.#session?.address;
  }

  /**
   * Opens the devices for a preview. Nobody else learns of it: no socket is opened, no server asked.
   * @param after what to wait for before any device is opened, such as which ones the person wants
   */
  prepare(after?: Promise<void>): void {
    if (isActive(this.#state) || this.#state === 'lobby') return;
    this.#step('prepare');
    const open = (): unknown => this.#state === 'lobby' && this.media.start();
    void (after?.then(open) ?? open());
  }

  /**
   * Enters the room. Waits for no device: whoever has none, or refuses, watches and listens.
   *
   * Resolves once in the room, however long that takes: an endpoint that can't be reached is tried until `leave()`.
   * @returns the same promise as long as a join is under way
   * @throws {CallError} as rejection, when the call can't be had; it is an `error` event, too
   * @throws {DOMException} `AbortError` as rejection, when the call is left before it is joined
   */
  join(): Promise<void> {
    if (this.#joining) return this.#joining.promise;
    if (isActive(this.#state)) return Promise.resolve();
    this.#changeLocal({ id: randomId() });
    const { signaling, room } = this.#options;
    const endpoint = endpointOf(signaling, room, this.#local.id);
    const transport = endpoint instanceof CallError ? undefined : this.#openTransport();
    if (endpoint instanceof CallError || !transport) {
      const error = endpoint instanceof CallError ? endpoint : new CallError('webrtc-unsupported');
      this.#fail(error, 'media-failed');
      return Promise.reject(error);
    }
    this.#error = undefined;
    this.#joining = deferred();
    const { promise } = this.#joining;
    this.#open(endpoint, transport);
    void this.media.start();
    this.#step('join');
    return promise;
  }

  /** Leaves the room, or gives up joining it. Every device is released. */
  leave(): void {
    this.#end('leave', 'left');
  }

  /** Mutes the microphone, or lets this person be heard. The microphone stays open, so that it returns at once. */
  toggleMicrophone(force = !this.media.audio): Promise<void> {
    return this.media.setMicrophone(force);
  }

  /** Switches the camera on, or off and releases it, so that its light goes out. */
  toggleCamera(force = !this.media.video): Promise<void> {
    return this.media.setCamera(force);
  }

  /**
   * Shares a screen, window or tab that the person chooses, or ends that; the other of both without `force` (`true`: share).
   * To be called in the handler of a click or key. Resolves once that is so, or the person chose nothing.
   */
  async toggleScreenShare(force?: boolean): Promise<void> {
    await (await this.extras()).screenShare.toggle(force);
  }

  /**
   * Takes another device, now and from now on.
   * @param deviceId of `navigator.mediaDevices.enumerateDevices()`; empty: the browser's choice
   */
  async setDevice(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    await (await this.extras()).devices.choose(kind, deviceId);
  }

  /**
   * Sends data of the page's own to everybody who is linked, or to one of them: they get a `message` event. Resolves once there is
   * room for more (back-pressure), so that whoever awaits it can send any amount. Somebody who takes nothing for 5 s, as their computer
   * sleeps, is waited for no longer; they get it once they are back, unless their link has ended or 16 MB have come together.
   * @param data anything that JSON can hold, of at most 48,000 characters
   * @throws {TypeError} as rejection, when it is not
   */
  async send(data: unknown, to?: string): Promise<void> {
    await (await this.extras()).messages.send(data, to);
  }

  /**
   * What a call can beyond talking and seeing, loaded with the first wish for it, or once the call stands.
   * @throws {CallError} `feature-unavailable` as rejection, when it can't be loaded; it is an `error` event, too
   */
  extras(): Promise<Extras> {
    return (this.#extras ??= this.#loadExtras());
  }

  /** Has each stay in a room accompanied, the one under way included. */
  accompany(accompany: Accompany): void {
    this.#company.push(accompany);
    this.#session?.accompany(accompany);
  }

  /** Changes how others see this person, unless an access token decides that. */
  setDisplayName(name: string): void {
    this.#options = { ...this.#options, displayName: name };
    const displayName = cleanName(name);
    if (this.#nameIsTrusted || displayName === this.#local.displayName) return;
    this.#changeLocal({ displayName });
    this.#session?.tellName();
  }

  /**
   * Tells how large somebody's picture is shown here, so that they send no more than that.
   * @param width of the largest place where it is shown, in device pixels; 0 where nobody can see it
   */
  setView(participant: string, width: number, height: number): void {
    const member = this.#session?.roster.get(participant);
    if (member) member.shown = { width, height };
  }

  /** Takes over changed options. The call goes on, unless another room or endpoint means another call. */
  update(options: Partial<CallOptions>): void {
    const previous = this.#options;
    this.#options = { ...previous, ...options };
    if ('displayName' in options) this.setDisplayName(options.displayName ?? '');
    if ('audio' in options || 'video' in options) void this.media.update({ audio: options.audio, video: options.video });
    this.#transport?.configure(this.#configuration());
    const moved = this.#options.room !== previous.room || this.#options.signaling !== previous.signaling;
    if (moved && isActive(this.#state)) this.#rejoin();
  }

  /** Ends everything, without a trace: as if nothing had ever begun. Idempotent. */
  close(): void {
    this.#end('reset', 'left');
    this.media.close();
  }

  #open(endpoint: Endpoint, transport: MediaTransport): void {
    const { room, codec, connect, maxParticipants = Infinity } = this.#options;
    const { signal } = (this.#stay = new AbortController());
    const session = new Session(
      {
        peer: this.#local.id,
        room,
        endpoint,
        codec,
        connect,
        maxParticipants,
        transport,
        media: this.media,
        displayName: () => this.#local.displayName,
        getToken: () => Promise.resolve(this.#options.getToken?.() ?? this.#options.token),
        ownState: () => ({ name: this.#local.displayName, audio: this.#local.audio, video: this.#local.video }),
        configurationFor: ({ iceServers }) => {
          this.#serverIceServers = iceServers;
          return this.#configuration();
        },
      },
      {
        onOpen: (self, displayName) => this.#onOpen(self, displayName),
        onDown: () => this.#onDown(),
        onEnd: (reason, error) => (error ? this.#fail(error, reason) : this.#end('leave', reason)),
        onError: (error) => this.#report(error),
        onRoster: (...news) => this.dispatchEvent(new ParticipantEvent(...news)),
        onOwn: (changes) => this.#changeLocal(changes),
      },
    );
    this.#session = session;
    for (const accompany of this.#company) session.accompany(accompany);
    addEventListener('pagehide', () => this.#onPageHide(), { signal });
  }

  /** The others should not have to find out that the page is gone. Back from the back-forward cache, it joins anew. */
  #onPageHide(): void {
    this.leave();
    const comeBack = (): void => {
      if (this.#state === 'left') this.join().catch(ignoreReported);
    };
    addEventListener('pageshow', comeBack, { once: true });
  }

  #onOpen(self: string, displayName: string | undefined): void {
    this.#nameIsTrusted = displayName !== undefined;
    this.#changeLocal({ id: self, ...(displayName !== undefined && { displayName }) });
    this.#isOut = false;
    if (this.#error?.code.startsWith('signaling-')) this.#error = undefined;
    this.#step('connected');
    setTimeout(() => isActive(this.#state) && this.extras().catch(ignoreReported), TIMING.upkeep);
    this.#joining?.resolve();
    this.#joining = undefined;
  }

  /** Comes once for each attempt that fails; the person is told once. */
  #onDown(): void {
    if (this.#isOut) return;
    this.#isOut = true;
    const code = this.#state === 'joining' ? 'signaling-unreachable' : 'signaling-lost';
    this.#step('disconnected');
    this.#report(new CallError(code, { recoverable: true, subject: this.address }));
  }

  #onMediaChange(): void {
    this.#transport?.syncTracks();
    const { audio, video } = this.media;
    if (audio === this.#local.audio && video === this.#local.video) return;
    this.#changeLocal({ audio, video, ...(!audio && { speaking: false }) });
    this.#session?.tellState();
    this.dispatchEvent(new MediaChangeEvent(audio, video, this.#local.screen));
  }

  #changeLocal(changes: Partial<Participant>): void {
    const previous = this.#local;
    this.#local = withChanges(previous, changes);
    if (this.#local !== previous) this.dispatchEvent(new ParticipantEvent('participantchange', this.#local, previous));
  }

  #rejoin(): void {
    this.leave();
    this.join().catch(ignoreReported);
  }

  #fail(error: CallError, reason: LeaveReason): void {
    this.#report(error);
    this.#end('fail', reason, error);
  }

  #end(step: CallStep, reason: LeaveReason, error?: CallError): void {
    if (nextState(this.#state, step) === this.#state) return;
    const joining = this.#joining;
    this.#joining = undefined;
    this.#stay.abort();
    this.#session?.close();
    this.#session = undefined;
    this.#transport?.close();
    this.#transport = undefined;
    this.media.close();
    this.#nameIsTrusted = this.#isOut = false;
    this.#serverIceServers = undefined;
    this.#changeLocal({ speaking: false, quality: 'unknown', displayName: cleanName(this.#options.displayName) });
    this.#step(step, reason);
    joining?.reject(error ?? new DOMException('The call was left before it was joined.', 'AbortError'));
  }

  #step(step: CallStep, reason?: LeaveReason): void {
    const previous = this.#state;
    this.#state = nextState(previous, step);
    if (this.#state !== previous) this.dispatchEvent(new StateChangeEvent(this.#state, previous, reason));
  }

  #report(error: CallError): void {
    this.#error = error;
    this.dispatchEvent(new CallErrorEvent(error));
  }

  async #loadExtras(): Promise<Extras> {
    try {
      const { Extras } = await import('./extras/extras.js');
      return new Extras(this);
    } catch (cause) {
      this.#extras = undefined;
      const error = new CallError('feature-unavailable', { recoverable: true, cause });
      this.#report(error);
      throw error;
    }
  }

  #openTransport(): MediaTransport | undefined {
    if (typeof RTCPeerConnection === 'undefined') return undefined;
    return (this.#transport ??= new Mesh(this.media, this.#configuration()));
  }

  /** What every peer connection gets. Servers that the browser refuses are reported once and left out. */
  #configuration(): RTCConfiguration {
    const { iceServers, iceTransportPolicy } = this.#options;
    const wanted = iceConfiguration(iceServers, this.#serverIceServers, iceTransportPolicy);
    const key = JSON.stringify(wanted);
    if (this.#checked?.key === key) return this.#checked.usable;
    const causes = wanted.iceServers.map(whyUnusable);
    const usable = { ...wanted, iceServers: wanted.iceServers.filter((_, index) => !causes[index]) };
    this.#checked = { key, usable };
    const cause = causes.find(Boolean);
    if (cause) {
      const subject = cause.message.replace(/\.$/, '');
      this.#report(new CallError('ice-servers-invalid', { recoverable: true, subject, cause }));
    }
    return usable;
  }
}

const NOBODY: readonly Participant[] = Object.freeze([]);

const cleanName = (name = ''): string => cleanText(name, BOUNDS.name);

/** For promises whose failure is already an event. */
const ignoreReported = (error: unknown): void => {
  if (!(error instanceof CallError || error instanceof DOMException)) throw error;
};

interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
}

function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
