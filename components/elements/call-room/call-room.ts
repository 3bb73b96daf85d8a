import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Call, type CallOptions } from '../../call/call.js';
import type { MediaChangeEvent, StateChangeEvent } from '../../call/call-events.js';
import { isActive, type CallState, type LeaveReason } from '../../call/call-state.js';
import { CallError } from '../../call/errors.js';
import type { DevicePreference } from '../../call/media/local-media.js';
import type { Participant } from '../../call/participant.js';
import { GridController } from '../../controllers/grid-controller.js';
import { learn, type Words } from '../../controllers/learn.js';
import { PlaybackController } from '../../controllers/playback-controller.js';
import { addRoom, removeRoom, roomsChanged, type Layout, type RoomElement } from '../../controllers/room-registry.js';
import { setStates } from '../../controllers/states.js';
import { CallErrorEvent } from '../../events/call-error.js';
import { CallJoinedEvent } from '../../events/call-joined.js';
import { CallLeftEvent } from '../../events/call-left.js';
import { CallMediaChangeEvent } from '../../events/call-media-change.js';
import { CallParticipantChangeEvent } from '../../events/call-participant-change.js';
import { CallParticipantJoinedEvent } from '../../events/call-participant-joined.js';
import { CallParticipantLeftEvent } from '../../events/call-participant-left.js';
import { CallStateChangeEvent } from '../../events/call-state-change.js';
import type { MessageKey, Messages } from '../../i18n/catalogue.js';
import {
  errorSentence,
  hasSentences,
  loadSentences,
  translator,
  type MessageParams,
  type Translate,
} from '../../i18n/translate.js';
import type { InCall } from '../../features/in-call/in-call.js';
import type { Lobby } from '../../features/lobby/lobby.js';
import { nameOf } from '../../i18n/names.js';
import { buttons } from '../../styles/button.styles.js';
import { grid } from '../../styles/grid.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { parseChoice, parseIceServers, parseMaxParticipants } from '../attributes.js';
import type { CallControls } from '../call-controls/call-controls.js';
import { TileKeeper } from '../call-tile/tile-keeper.js';
import { define } from '../define.js';
import { nextFrame } from '../next-frame.js';
import { styles } from './call-room.styles.js';
import type * as LateViews from './late-views.js';
import { bar, gridView, joiningView, lobbyView, type View } from './views.js';

const STATES = ['idle', 'lobby', 'joining', 'joined', 'reconnecting', 'left', 'failed'] as const satisfies readonly CallState[];

/** From being in the room to loading what it takes beyond the first frame, in ms: most first frames are there by then. */
const EQUIP_DELAY = 1000;

/** How long an announcement stays, in ms; then nobody reads it as news any more. */
const SAID_TIME = 5000;

/** The properties that the engine takes over, at once and in a call. */
const OPTIONS = [
  'signaling',
  'room',
  'displayName',
  'token',
  'getToken',
  'audio',
  'video',
  'iceServers',
  'iceTransportPolicy',
  'maxParticipants',
] as const satisfies readonly (keyof CallRoom & keyof CallOptions)[];

/**
 * @summary A whole video call: lobby, people, controls, and the way back when it ends. Needs `signaling` and `room`,
 *   nothing else. Moving the element in the document keeps the call; removing it ends the call and releases camera
 *   and microphone.
 *
 * @attr {boolean} no-remember - Remembers nothing on this site: no name, no devices, not whether they were off.
 *
 * @slot - Your own layout, of `<remote-video>`, `<local-video>`, `<call-controls>` or anything; replaces the stage
 *   and the control bar.
 * @slot lobby - Replaces the preview, name field and Join button; call `join()` from it.
 * @slot controls - Replaces the control bar.
 * @slot empty - What a person who is alone in the room sees.
 * @slot ended - Replaces what stands here after the call; call `join()` from it.
 *
 * @attr {boolean} no-announcements - Says nothing to screen readers of who comes and goes, and the like.
 * @attr {boolean} no-shortcuts - Leaves all keys to the page: no keyboard shortcuts.
 *
 * @fires {CallStateChangeEvent} call-state-change - The call moved to another state.
 * @fires {CallJoinedEvent} call-joined - This person is in the room.
 * @fires {CallLeftEvent} call-left - The call, or the attempt to join, ended; `reason` tells why.
 * @fires {CallMuteRequestEvent} call-mute-request - A host asks this person to mute; `preventDefault()` keeps the microphone as it is.
 * @fires {CallParticipantJoinedEvent} call-participant-joined - Somebody came.
 * @fires {CallParticipantLeftEvent} call-participant-left - Somebody went.
 * @fires {CallParticipantChangeEvent} call-participant-change - Somebody was muted, renamed, connected, speaks, …
 * @fires {CallMediaChangeEvent} call-media-change - This person's microphone, camera or shared screen changed.
 * @fires {CallQualityChangeEvent} call-quality-change - Somebody comes through better or worse; of oneself: at the others.
 * @fires {CallMessageEvent} call-message - Somebody’s page sent `data` of its own, by `send()`.
 * @fires {CallReactionEvent} call-reaction - Somebody reacts by one of a few signs, `emoji`; this person, too.
 * @fires {CallErrorEvent} call-error - Something failed; `message` is a sentence for a person.
 *
 * @csspart stage - The box that everything stands in.
 * @csspart lobby - Preview, name field and Join button.
 * @csspart device-select - Each choice of a device, in the lobby and the settings.
 * @csspart level-meter - How loud the microphone hears, there.
 * @csspart guide - Where to allow a device that was denied.
 * @csspart grid - The grid of tiles.
 * @csspart tile - Each tile; `::part(tile):state(speaking)`, `:state(muted)`, `:state(camera-off)` and `:state(screen)` work too.
 * @csspart video - The picture in a tile.
 * @csspart avatar - The disc with initials of somebody without a picture.
 * @csspart name-tag - The tag with a name.
 * @csspart label - The name in a name tag.
 * @csspart icon - An icon in a button or name tag.
 * @csspart network-indicator - The bars in a name tag that tell how good the connection is.
 * @csspart reaction - A reaction that rises over the people.
 * @csspart tile-status - “Connecting…” in a tile.
 * @csspart controlbar - The control bar.
 * @csspart button - Every button.
 * @csspart mic-button - The microphone button.
 * @csspart camera-button - The camera button.
 * @csspart leave-button - The leave button.
 * @csspart screen-button - The button that shares a screen.
 * @csspart chat-button - The button that opens the chat.
 * @csspart hand-button - The button that raises and lowers this person’s hand.
 * @csspart reactions-button - The button that opens a row of reactions.
 * @csspart people-button - The button that opens the list of people.
 * @csspart settings-button - The button that opens the settings.
 * @csspart more-button - The button that opens a menu with whatever has no place in the bar.
 * @csspart badge - A number on a button: unread messages, people.
 * @csspart menu - A menu of the bar.
 * @csspart menu-item - Each item of a menu.
 * @csspart reaction-picker - The row of reactions to choose from.
 * @csspart hand-notice - What asks whoever has had their say whether to lower their hand.
 * @csspart knock - What tells a host who asks to be let in.
 * @csspart knock-text - The sentence in it.
 * @csspart panel - What opens beside the grid, or above everything.
 * @csspart panel-title - The title of a panel.
 * @csspart panel-close - The button that closes a panel.
 * @csspart chat - What stands in the panel of the chat, a `<call-chat>`, whose parts are parts of the room, too.
 * @csspart people - The list in the panel of the people, a `<call-people>`, of which the same is true.
 * @csspart settings - What stands in the panel of the settings, a `<call-settings>`, of which the same is true.
 * @csspart pin-button - The button in a tile that pins it.
 * @csspart pager - The row of buttons that turn pages, where there are too many tiles for one.
 * @csspart page-button - A button that turns the page.
 * @csspart captions - What is being said, as text, at the bottom of the stage.
 * @csspart caption - Each line of it.
 * @csspart recording - The mark that tells who records the call.
 * @csspart status - “Joining…”, “Reconnecting…”, “You left the call”.
 * @csspart error - A sentence that tells of a failure.
 *
 * @cssproperty [--call-background=light-dark(#f4f5f7, #16181b)] - Behind everything.
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Tiles without a picture, buttons.
 * @cssproperty [--call-text=light-dark(#1b1e23, #f3f4f6)] - Text.
 * @cssproperty [--call-text-dim=light-dark(#545b66, #aeb4bd)] - Text of less weight.
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - The Join button, focus rings, who speaks.
 * @cssproperty [--call-accent-text=light-dark(#fff, #0a1530)] - Text on the accent colour.
 * @cssproperty [--call-danger=#d3222f] - The leave button.
 * @cssproperty [--call-radius=14px] - Roundness of stage and tiles.
 * @cssproperty [--call-gap=10px] - Space between tiles.
 * @cssproperty [--call-font=inherit] - The font family; the page's own by default.
 *
 * @cssstate idle - Nothing is open.
 * @cssstate lobby - Preview, before joining.
 * @cssstate joining - On the way into the room.
 * @cssstate joined - In the room.
 * @cssstate reconnecting - In the room, while the way to the server is away.
 * @cssstate left - The call ended as this person or the room wanted.
 * @cssstate failed - The call ended because of an error.
 * @cssstate muted - This person can't be heard.
 * @cssstate camera-off - This person's camera sends nothing.
 */
export class CallRoom extends LitElement implements RoomElement {
  static override styles = [theme, buttons, grid, styles];
  static override properties = {
    words: { attribute: false },
    composed: { attribute: false },
    problems: { attribute: false },
    signaling: {},
    room: {},
    displayName: { attribute: 'display-name' },
    token: {},
    getToken: { attribute: false },
    autoJoin: { type: Boolean, attribute: 'auto-join' },
    audio: {},
    video: {},
    iceServers: { attribute: 'ice-servers', converter: parseIceServers },
    iceTransportPolicy: { attribute: 'ice-transport-policy' },
    layout: {},
    controls: { converter: (value: string | null) => value ?? undefined },
    maxParticipants: { attribute: 'max-participants' },
    messages: { attribute: false },
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'id'];
  }

  readonly #internals = this.attachInternals();
  readonly #playback = new PlaybackController(this, {
    participants: () => this.#inCall?.heard ?? this.participants,
    onBlocked: (cause) => void this.#report(new CallError('playback-blocked', { recoverable: true, cause })),
  });
  readonly #tiles = new TileKeeper();
  #call: Call | undefined;
  /** True when the engine was made by somebody else, who knows its options. */
  #isBrought = false;
  /** True from the lobby, or auto-join, until the element is removed. */
  #begun = false;
  /** What the tag lacks. */
  #misconfigured: CallError | undefined;
  #reason: LeaveReason = 'left';
  /** Whether the last call came about at all. */
  #wasIn = false;
  #text = translator();
  #focusInside = false;
  /** What the live region says. Each line stands for itself: the same words twice are said twice. */
  #said: string[] = [];
  #silence: ReturnType<typeof setTimeout> | undefined;
  #inCall: InCall | undefined;
  #lobby: Lobby | undefined;
  /** What is seen of a call that has ended, or that something is the matter with. */
  #late: typeof LateViews | undefined;

  /** @internal */
  words: Words | null | undefined;
  private composed = false;
  private problems: readonly CallError[] = [];

  /**
   * URL of the WebSocket endpoint: `wss:`, `ws:`, or relative to the page. May hold `{room}` and `{peer}`. Changing
   * it in a call leaves, and joins there.
   */
  signaling = '';
  /** The room's name: any text up to 128 characters. Changing it in a call leaves, and joins there. */
  room = '';
  /** How others see this person. */
  displayName = '';
  /** Opaque credential for the signaling server. */
  token: string | undefined;
  /** Gives a fresh token for each connection; wins over `token`. */
  getToken: (() => Promise<string>) | undefined;
  /** Joins as soon as the element stands in a document, without the lobby. */
  autoJoin = false;
  /** `on`; `off`: starts muted; `none`: never asks for the microphone. */
  audio: DevicePreference = 'on';
  /** `on`; `off`: starts with the camera off; `none`: never asks for the camera. */
  video: DevicePreference = 'on';
  /** ICE servers, as JSON in the attribute. `[]` means none; without it the server's, else a public STUN server. */
  iceServers: RTCIceServer[] | undefined;
  /** `all`, or `relay` to hide this person's addresses behind a TURN server. */
  iceTransportPolicy: RTCIceTransportPolicy = 'all';
  /**
   * How people are arranged: `grid`, all of the same size; `spotlight`, who speaks large and the others in a strip; `floating`, a grid of
   * the others with one's own picture above it. A shared screen, or who is pinned, is large in each of them.
   */
  layout: Layout = 'grid';
  /** Which controls to show: a list of `microphone`, `camera`, `screen`, `hand`, `reactions`, `chat`, `people`, `settings`,
   * `record`, `captions`, `more`, `leave`. Empty hides the bar. */
  controls: string | undefined;
  /** Refuses to join a room with that many people; no limit of its own by default. */
  maxParticipants: number | undefined;
  /** Replaces any of the texts. */
  messages: Messages | undefined;

  constructor() {
    super();
    new GridController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addRoom(this);
    learn(this, 'call');
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeRoom(this);
    // A move in the DOM disconnects and connects in one go: the call goes on.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  override attributeChangedCallback(name: string, previous: string | null, value: string | null): void {
    super.attributeChangedCallback(name, previous, value);
    if (name === 'id') roomsChanged();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const isReworded = changes.has('messages') || changes.has('words');
    if (isReworded) this.#text = translator(this.messages, this.words?.texts);
    if (isReworded || changes.has('audio') || changes.has('video')) roomsChanged();
    this.#correct(changes);
    if (!this.#isBrought) {
      this.#misconfigured = this.#missing();
      const changed = OPTIONS.filter((name) => changes.has(name));
      if (changed.length && !this.#misconfigured) this.#call?.update(this.#options(changed));
    }
    this.#focusInside = this.matches(':focus-within');
    // Before anything is drawn: the way into the room is longer than that.
    this.#begin(changes);
  }

  /** Draws once a frame at most: while a call comes about, there is more urgent work than pictures of each step. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await nextFrame();
    await super.scheduleUpdate();
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    const { audio, video } = this.localParticipant;
    setStates(this.#internals, {
      ...Object.fromEntries(STATES.map((name) => [name, name === this.state])),
      muted: !audio,
      'camera-off': !video,
    });
    // The element itself has it where something to focus is still being loaded.
    if (this.#focusInside && !this.shadowRoot?.activeElement && !this.querySelector(':focus-within')) void this.#refocus();
  }

  // What the engine tells.

  #follow(call: Call): Call {
    // For the life of both: neither outlives the other.
    call.addEventListener('statechange', (event) => this.#onStateChange(event));
    call.addEventListener('participantjoined', ({ participant }) => {
      // Whoever was there before this person has not come now.
      if (call.state !== 'joining') this.say('said-came', { name: nameOf(participant.displayName, this.#text) });
      this.#publish(new CallParticipantJoinedEvent(participant));
    });
    call.addEventListener('participantleft', ({ participant }) => {
      this.say('said-went', { name: nameOf(participant.displayName, this.#text) });
      this.#forgetProblems(participant);
      this.#publish(new CallParticipantLeftEvent(participant));
    });
    call.addEventListener('participantchange', ({ participant, previous }) => {
      if (participant.connectionState === 'connected') this.#forgetProblems(participant);
      this.#publish(new CallParticipantChangeEvent(participant, previous));
    });
    call.addEventListener('mediachange', (event) => this.#onMediaChange(event));
    call.addEventListener('error', ({ error }) => void this.#report(error));
    return call;
  }

  #onStateChange({ state, previous, reason }: StateChangeEvent): void {
    if (state !== 'lobby' && state !== 'joining') this.problems = this.problems.filter(({ device }) => device);
    if (state === 'joining') this.#wasIn = false;
    if (state === 'joined') {
      this.#wasIn = true;
      this.say('said-joined');
      this.#equipLater();
    }
    if (state === 'reconnecting') this.say('reconnecting');
    this.#publish(new CallStateChangeEvent(state, previous));
    if (state === 'joined' && previous === 'joining') this.#publish(new CallJoinedEvent());
    if (isActive(previous) && !isActive(state)) {
      this.#reason = reason ?? 'left';
      this.problems = [];
      this.say(this.#ending);
      void this.#loadLate();
      this.#publish(new CallLeftEvent(this.#reason));
    }
  }

  /** Loads what the call needs once it stands. */
  #equipLater(): void {
    void this.#loadLate();
    setTimeout(() => {
      if (this.#inCall || this.state !== 'joined') return;
      void this.#load(import('./equipment.js'), ({ equip }) => (this.#inCall ??= equip(this)));
    }, EQUIP_DELAY);
  }

  /** Uses a feature once it is loaded, or tells that it can't be. */
  async #load<Feature>(feature: Promise<Feature>, use: (feature: Feature) => unknown): Promise<void> {
    try {
      await use(await feature);
    } catch (cause) {
      void this.#report(new CallError('feature-unavailable', { recoverable: true, cause }));
    }
  }

  /** Where that fails, the call ends in silence: telling of it is what could not be loaded. */
  async #loadLate(): Promise<void> {
    this.#late ??= await import('./late-views.js').catch(() => undefined);
    this.#late?.prepare(this.renderRoot);
    this.requestUpdate();
  }

  #onMediaChange({ audio, video, screen }: MediaChangeEvent): void {
    this.problems = this.#late?.withoutSolved(this.problems, { audio, video }) ?? [];
    this.#publish(new CallMediaChangeEvent(audio, video, screen));
  }

  async #report(error: CallError): Promise<void> {
    const subject = this.#subjectOf(error);
    await Promise.all([loadSentences(), this.#loadLate()]);
    this.problems = this.#late?.withProblem(this.problems, error) ?? [];
    this.#publish(new CallErrorEvent(error, errorSentence(error, this.#text, subject)));
  }

  /** Whoever is reached after all, or has gone, is no problem any more. */
  #forgetProblems({ id }: Participant): void {
    this.problems = this.problems.filter(({ subject }) => subject !== id);
  }

  #publish(event: Event): void {
    this.requestUpdate();
    this.dispatchEvent(event);
  }

  // What is shown.

  /**
   * What a call that stands needs beyond its first frame, once it is loaded.
   *
   * @internal
   */
  get inCall(): InCall | undefined {
    return this.#inCall;
  }

  /** Texts, with those of `messages` before the built-in ones. */
  get text(): Translate {
    return this.#text;
  }

  /**
   * The engine behind this element. Bring one of your own before the element stands in a document, and it shows that call,
   * wherever it stands; attributes that say what a call needs to know then have no effect.
   */
  get call(): Call {
    return (this.#call ??= this.#follow(new Call(this.#options())));
  }
  set call(call: Call) {
    if (call === this.#call) return;
    this.#call = this.#follow(call);
    this.#isBrought = true;
    this.#equipLater();
  }

  /** Where the call stands. */
  get state(): CallState {
    return this.#call?.state ?? 'idle';
  }

  /** Everybody else in the call: a frozen snapshot, another one after each change. */
  get participants(): readonly Participant[] {
    return this.#call?.participants ?? [];
  }

  /** This person. */
  get localParticipant(): Participant {
    return this.call.localParticipant;
  }

  /** The failure that the call ended with, or that keeps it from beginning. */
  get error(): CallError | undefined {
    return this.#misconfigured ?? this.#call?.error;
  }

  /**
   * Joins the room.
   *
   * @throws {DOMException} `InvalidStateError` while the element stands in no document, `AbortError` when the call is
   *   left before it is joined.
   * @throws {CallError} when that fails for good; the same failure is also a `call-error` event.
   */
  async join(): Promise<void> {
    if (!this.isConnected) throw new DOMException('The element stands in no document.', 'InvalidStateError');
    // What was set a moment ago counts already.
    if (this.isUpdatePending) this.performUpdate();
    if (this.#misconfigured) throw this.#misconfigured;
    await this.call.join();
  }

  /** Leaves the room, or stops trying to join it. */
  leave(): void {
    this.#call?.leave();
  }

  /** Mutes, or lets this person be heard; the other of both without `force` (`true`: be heard). */
  async toggleMicrophone(force?: boolean): Promise<void> {
    await this.call.toggleMicrophone(force);
  }

  /** Releases the camera or takes it; the other of both without `force` (`true`: send a picture). */
  async toggleCamera(force?: boolean): Promise<void> {
    await this.call.toggleCamera(force);
  }

  /** See `Call.toggleScreenShare()`: shares a screen that the person chooses, or ends that. In a handler of click or key. */
  async toggleScreenShare(force?: boolean): Promise<void> {
    await this.call.toggleScreenShare(force);
  }

  /** Takes another device of this kind (`audioinput`, `videoinput`, `audiooutput`), now and from now on. */
  async setDevice(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    await this.call.setDevice(kind, deviceId);
  }

  /**
   * Sends data of the page's own to everybody, or to the participant with this id: they get `call-message`. Resolves once there is
   * room for more.
   * @throws {TypeError} when it is nothing that JSON can hold, or longer than 48,000 characters
   */
  async send(data: unknown, to?: string): Promise<void> {
    await this.call.send(data, to);
  }

  /** Shows the lobby, or joins, once there is what that needs. */
  #begin(changes: PropertyValues<this>): void {
    if (!this.isConnected || this.#isBrought) return;
    const fresh = !this.#begun || changes.has('room') || changes.has('signaling');
    const waiting = fresh && (this.state === 'idle' || this.state === 'failed');
    this.#begun = true;
    if (this.#misconfigured) {
      if (isActive(this.state)) this.leave();
      if (fresh) void this.#report(this.#misconfigured);
    } else if (this.autoJoin && (waiting || this.state === 'lobby')) {
      this.call.join().catch(ignoreTold);
    } else if (waiting) {
      const lobby = import('./lobby.js');
      this.call.prepare(this.#load(lobby, ({ furnish }) => (this.#lobby ??= furnish(this)).ready));
    }
  }

  #join(): void {
    this.join().catch(ignoreTold);
  }

  /** The element is gone: so is the call, with all devices. */
  #end(): void {
    this.#begun = false;
    this.#call?.close();
    this.#playback.stop();
    this.problems = [];
  }

  #missing(): CallError | undefined {
    if (!this.room) return new CallError('room-missing');
    return this.signaling ? undefined : new CallError('signaling-missing');
  }

  /** Puts the default in the place of each value that is not allowed. */
  #correct(changes: PropertyValues<this>): void {
    if (changes.has('audio')) this.audio = parseChoice('audio', this.audio, ['on', 'off', 'none']);
    if (changes.has('video')) this.video = parseChoice('video', this.video, ['on', 'off', 'none']);
    if (changes.has('iceTransportPolicy')) {
      this.iceTransportPolicy = parseChoice('ice-transport-policy', this.iceTransportPolicy, ['all', 'relay']);
    }
    if (changes.has('layout')) this.layout = parseChoice('layout', this.layout, ['grid', 'spotlight', 'floating']);
    if (changes.has('maxParticipants')) this.maxParticipants = parseMaxParticipants(this.maxParticipants);
  }

  #options(names: readonly (typeof OPTIONS)[number][] = OPTIONS): CallOptions {
    return Object.fromEntries(names.map((name) => [name, this[name]])) as unknown as CallOptions;
  }

  /** The name of the person that a failure is about, instead of an id. */
  #subjectOf(error: CallError): string | undefined {
    const participant = this.participants.find(({ id }) => id === error.subject);
    return participant ? nameOf(participant.displayName, this.#text) : error.subject;
  }

  /**
   * Says something in the live region.
   *
   * @internal
   */
  say(key: MessageKey, params?: MessageParams): void {
    if (this.hasAttribute('no-announcements')) return;
    // News that never cease would pile up, as silence alone clears them.
    if (this.#said.length > 9) this.#said = [];
    this.#said.push(this.#text(key, params));
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#said = [];
      this.requestUpdate();
    }, SAID_TIME);
    this.requestUpdate();
  }

  /** How the call ended, in a few words. */
  get #ending(): MessageKey {
    if (this.state === 'left' && this.#reason === 'left') return 'left';
    return this.#wasIn ? 'over' : 'failed';
  }

  /** What had the focus is gone: the first control of what came instead gets it, or else the element itself. */
  async #refocus(): Promise<void> {
    const first = this.renderRoot.querySelector<HTMLElement>('.first, .bar');
    // A control bar has its buttons after an update of its own.
    if (first?.localName === 'call-controls') await (first as CallControls).updateComplete;
    first?.focus();
    if (this.matches(':focus-within')) return;
    this.tabIndex = 0;
    this.focus();
  }

  readonly #onJoin = (name: string): void => {
    this.displayName = name;
    this.#join();
  };

  readonly #onCheck = (): void => void this.#load(import('../call-check/check-dialog.js'), ({ openCheck }) => openCheck(this));

  readonly #onSlotChange = (event: Event): void => {
    this.composed = (event.target as HTMLSlotElement).assignedElements().length > 0;
  };

  #renderScreen(): View | undefined {
    const text = this.#text;
    const late = this.#late;
    const local = this.localParticipant;
    const error = hasSentences() ? this.error : undefined;
    switch (this.#misconfigured ? undefined : this.state) {
      case 'lobby':
        return lobbyView({
          text,
          name: this.displayName,
          local: this.composed ? undefined : local,
          problems: hasSentences() ? this.problems : [],
          controls: this.controls,
          listening: !local.audio && !local.video && this.problems.some(({ device }) => device),
          more: this.#lobby?.render(this.problems),
          onJoin: this.#onJoin,
        });
      case 'joining':
        return joiningView(text, error, this.#onCheck, () => this.leave());
      case 'joined':
      case 'reconnecting':
        return this.#renderStage();
      case 'left':
      case 'failed': {
        // What went wrong before somebody left is of no interest any more.
        const failure = this.state === 'left' ? undefined : error;
        return late?.endedView(text, text(this.#ending), this.#reason, failure, this.#onCheck, () => this.#join());
      }
      default:
        return error && late?.misconfiguredView(text, error);
    }
  }

  #renderStage(): TemplateResult {
    const text = this.#text;
    const others = this.participants;
    const { inCall } = this;
    const people = [...others, this.localParticipant];
    const tiles = this.#tiles.tiles(inCall?.arrange(people) ?? people, text);
    return html`
      ${this.#late?.noticesView({
        text,
        alone: !others.length && !this.composed,
        reconnecting: this.state === 'reconnecting',
        blocked: this.#playback.blocked,
        problems: hasSentences() ? this.problems : [],
        nameOf: (error) => this.#subjectOf(error),
        onHear: () => this.#playback.resume(),
        onDismiss: (error) => {
          this.problems = this.problems.filter((other) => other !== error);
        },
      })}
      ${
        this.composed
          ? nothing
          : html`${gridView(text, tiles, inCall?.renderBeside() ?? nothing)}<slot name="controls">${bar(this.controls)}</slot>`
      }
    `;
  }

  protected override render(): TemplateResult {
    const { words } = this;
    const screen = words === null ? undefined : this.#renderScreen();
    // Texts of the page's own are in the language of the page.
    const lang = this.messages ? nothing : (words?.lang ?? 'en');
    const dir = words?.dir ?? nothing;
    return html`
      ${this.composed ? screen : html`<div class="box" lang=${lang} dir=${dir}><div part="stage" class="stage">${screen}</div></div>`}
      <slot ?hidden=${!this.composed} @slotchange=${this.#onSlotChange}></slot>
      <div class="said" role="log" lang=${lang}>${this.#said.map((line) => html`<p>${line}</p>`)}</div>
    `;
  }
}

/** The element tells of these, by an event and on the stage; `AbortError` says that the person gave up. */
function ignoreTold(error: unknown): void {
  if (!(error instanceof CallError || error instanceof DOMException)) throw error;
}

define('call-room', CallRoom);

declare global {
  interface HTMLElementTagNameMap {
    'call-room': CallRoom;
  }
}
