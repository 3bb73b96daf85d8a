import type { Call } from '../call.js';
import { CallErrorEvent } from '../call-events.js';
import { isActive } from '../call-state.js';
import { CallError } from '../errors.js';
import { typedEventTarget } from '../typed-event-target.js';
import { isAnswered, type EndReason, type RingState } from './ring-state.js';
import { RingStateEvent, type RingingCallEvents } from './ringing-events.js';
import { RINGING_TIMING as TIMING } from './timing.js';

/** What there is to know of a call from its beginning. */
export interface RingingCallFacts {
  /** Random, chosen by the caller. */
  id: string;
  /** The name that is called. */
  to: string;
  /** What it is about, in the caller's words. */
  subject: string | undefined;
  /** True when the caller proposes pictures. */
  video: boolean;
  /** Under which name the other person can be called, if that is known. */
  user: string | undefined;
}

/** Who is at the other end. Their words, unless `trusted`. */
export interface RemotePerson {
  /** Empty when unknown. */
  name: string;
  /** The name comes from an access token. */
  trusted: boolean;
}

/** One call that rings, or is past it: what both of its ends have in common. */
export abstract class RingingCall extends typedEventTarget<RingingCallEvents>() {
  abstract readonly direction: 'incoming' | 'outgoing';
  readonly id: string;
  readonly to: string;
  readonly subject: string | undefined;
  readonly video: boolean;
  readonly user: string | undefined;
  protected remote: RemotePerson = { name: '', trusted: false };
  #connectedAtMs: number | undefined;
  #error: CallError | undefined;
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #engine: Call | undefined;
  #engineLife = new AbortController();

  constructor({ id, to, subject, video, user }: RingingCallFacts) {
    super();
    this.id = id;
    this.to = to;
    this.subject = subject;
    this.video = video;
    this.user = user;
  }

  /** Where the call stands. */
  abstract get state(): RingState;

  /** Why it ended. */
  abstract get reason(): EndReason | undefined;

  /** The words with which somebody declined. */
  abstract get text(): string | undefined;

  /** The engine of the call: give it to a `<call-room>` as its `call` once somebody has accepted. */
  abstract get call(): Call;

  /** Ends the call from this side, whatever its state: cancels, declines or hangs up. Idempotent. */
  abstract hangUp(): void;

  /** How the other person is called; empty when unknown. */
  get remoteName(): string {
    return this.remote.name;
  }

  /** True when an access token vouches for {@link remoteName}. */
  get trusted(): boolean {
    return this.remote.trusted;
  }

  /** `Date.now()` of the moment from which the two could hear each other. */
  get connectedAtMs(): number | undefined {
    return this.#connectedAtMs;
  }

  /** The last failure. */
  get error(): CallError | undefined {
    return this.#error;
  }

  /** Brings the engine into its room of two, and follows it. */
  protected enter(engine: Call): void {
    this.#follow(engine);
    engine.join().catch((error: unknown) => {
      // What fails is an `error` event, too, and `AbortError` says that the call has ended before.
      if (error instanceof CallError) this.onFailed(endReasonOf(error.code));
    });
  }

  /** The peer id of whoever is at the other end of the call, once that is decided. */
  protected abstract get peer(): string | undefined;

  /** The media of the call is connected. */
  protected abstract onConnected(): void;

  /** The engine was told to leave: by the controls of a `<call-room>`, or as the page goes. */
  protected onEngineLeft(): void {
    this.hangUp();
  }

  /** The call can't go on. */
  protected abstract onFailed(reason: EndReason): void;

  /** Follows the engine: its connection is what makes the call connected, and its end is the end. */
  #follow(engine: Call): void {
    this.unfollow();
    this.#engine = engine;
    const { signal } = (this.#engineLife = new AbortController());
    const onPeople = (): void => {
      if (this.isConnected()) this.onConnected();
    };
    engine.addEventListener('error', ({ error }) => this.fail(error), { signal });
    engine.addEventListener('participantjoined', onPeople, { signal });
    engine.addEventListener('participantchange', onPeople, { signal });
    engine.addEventListener(
      'participantleft',
      ({ participant: { id, connectionState } }) => {
        if (id === this.peer) this.#onAlone(connectionState);
      },
      { signal },
    );
    engine.addEventListener(
      'statechange',
      ({ state, previous, reason }) => {
        if (!isActive(previous) || isActive(state)) return;
        if (reason === 'left') this.onEngineLeft();
        else this.onFailed(endReasonOf(reason));
      },
      { signal },
    );
  }

  /** Lets go of an engine, whose end then is not the end of the call. */
  protected unfollow(): void {
    this.#engineLife.abort();
    this.#engine = undefined;
  }

  /** To be called after each step that changed something. */
  protected changed(previous: RingState): void {
    const { state } = this;
    // It may be connected already, where addresses were known before.
    if (state === 'accepted' && this.isConnected()) queueMicrotask(() => this.onConnected());
    if (state === previous) return;
    if (state === 'accepted') this.wait('connect', TIMING.connect, () => this.onFailed('media-failed'));
    if (state === 'connected') {
      this.#connectedAtMs = Date.now();
      this.stopWaiting('connect');
    }
    if (state === 'ended') this.#end();
    this.dispatchEvent(new RingStateEvent('statechange', this, previous));
  }

  /** True while the two can hear each other. */
  protected isConnected(): boolean {
    const { peer } = this;
    return this.#engine?.participants.some(({ id, connectionState }) => id === peer && connectionState === 'connected') ?? false;
  }

  /** Tells of a failure. The call goes on, unless it ends, too. */
  protected fail(error: CallError): void {
    this.#error = error;
    this.dispatchEvent(new CallErrorEvent(error));
  }

  /** Waits once for each purpose; whoever waits anew has forgotten what was before. All waiting ends with the call. */
  protected wait(purpose: string, ms: number, then: () => void): void {
    this.stopWaiting(purpose);
    this.#timers.set(purpose, setTimeout(then, ms));
  }

  protected stopWaiting(purpose: string): void {
    clearTimeout(this.#timers.get(purpose));
    this.#timers.delete(purpose);
  }

  /** Their end of the connection is gone; what they said of it, if anything, has been heard before. */
  #onAlone(state: RTCPeerConnectionState): void {
    if (isAnswered(this.state)) this.onFailed(state === 'connected' ? 'hung-up' : 'media-failed');
  }

  #end(): void {
    for (const purpose of [...this.#timers.keys()]) this.stopWaiting(purpose);
    this.unfollow();
  }
}

/** What the end of the engine is to the call. */
function endReasonOf(cause: string | undefined): EndReason {
  if (cause === 'unauthorized') return 'unauthorized';
  // Of sockets, not of people: whoever is called can't be reached for now.
  if (cause === 'room-full') return 'unavailable';
  return cause === 'media-failed' || cause === 'webrtc-unsupported' ? 'media-failed' : 'signaling-lost';
}
