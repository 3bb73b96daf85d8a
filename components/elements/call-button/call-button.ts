import { CallError } from '../../call/errors.js';
import type { RingState } from '../../call/ringing/ring-state.js';
import { setStates } from '../../controllers/states.js';
import { CallErrorEvent } from '../../events/call-error.js';
import { BUTTON_ENGLISH, type ButtonMessageKey, type ButtonMessages } from '../../i18n/button-catalogue.js';
import type { Messages } from '../../i18n/catalogue.js';
import type { RingingMessages } from '../../i18n/ringing-catalogue.js';
import { define } from '../define.js';
import { HANDSET } from '../handset.js';
import type { ButtonWords } from './button-words.js';
import { styles } from './call-button.styles.js';
import type { CallPanel } from './call-panel.js';

export type { CallAcceptedEvent } from '../../events/call-accepted.js';
export type { CallEndedEvent } from '../../events/call-ended.js';
export type { CallRingingEvent } from '../../events/call-ringing.js';
export type { CallErrorEvent };
export type { RingState };

/** Where a `<call-button>` stands. `idle`: nothing is open; `loading`: what it takes is on its way. */
export type CallButtonState = 'idle' | 'loading' | RingState;

/** Any of the texts: those of the button, of ringing, and of the `<call-room>` that shows the call. */
export type CallButtonMessages = ButtonMessages & RingingMessages & Messages;

/** What may be said of one call, in the place of the attributes. */
export interface CallButtonOptions {
  /** True to ask for the camera, and propose to be seen. */
  video?: boolean | undefined;
  /** What it is about, in a line, for whoever is called. */
  subject?: string | undefined;
}

const STATES = [
  'idle',
  'loading',
  'preparing',
  'inviting',
  'ringing',
  'accepted',
  'connected',
  'ended',
] as const satisfies readonly CallButtonState[];

/** Properties that are attributes of text, absent where empty; and those that are attributes with or without. */
const TEXTS = {
  signaling: 'signaling',
  to: 'to',
  displayName: 'display-name',
  token: 'token',
  subject: 'subject',
  iceTransportPolicy: 'ice-transport-policy',
  ringback: 'ringback',
  view: 'view',
  for: 'for',
  placement: 'placement',
} as const;
const FLAGS = { video: 'video', noSound: 'no-sound' } as const;

const ENGLISH: ButtonWords = { lang: 'en', ...BUTTON_ENGLISH };

const SVG = 'http://www.w3.org/2000/svg';

/** Where there is no document, as in a server that only imports this, there is nothing to extend. */
const Base = globalThis.HTMLElement ?? Object;

/**
 * @summary A button that calls somebody: “Call us”. Needs `signaling` and `to`, nothing else. Until it is pressed it opens
 *   and loads nothing. Moving the element in the document keeps the call; removing it hangs up.
 *
 * @slot - What stands on the button.
 * @slot calling - Replaces “Calling…”.
 * @slot ringing - Replaces “Ringing…”.
 * @slot connected - Replaces “Connected”.
 * @slot ended - Replaces the sentence that says how the call ended.
 *
 * @fires {CallRingingEvent} call-ringing - It rings at the other side.
 * @fires {CallAcceptedEvent} call-accepted - Somebody answered.
 * @fires {CallEndedEvent} call-ended - The call, or the attempt to make one, is over; `reason` tells why.
 * @fires {CallErrorEvent} call-error - Something failed; `message` is a sentence for a person.
 *
 * @csspart button - The button.
 * @csspart icon - The handset on it, and every other icon.
 * @csspart label - What stands on it; and the name in a name tag.
 * @csspart error - A sentence that tells of a failure.
 * @csspart panel - What opens when the button is pressed.
 * @csspart status - “Calling…”, “Ringing…”, “Nobody answered.”
 * @csspart timer - How long the two have talked.
 * @csspart cancel-button - Cancels while it rings.
 * @csspart again-button - “Call again”.
 * @csspart close-button - Closes what says how the call ended.
 * @csspart words - What somebody said with a decline.
 * @csspart room - The `<call-room>`.
 * @csspart room-button - Every button of the `<call-room>`; its other parts have the names that they have there.
 * @csspart stage - The box that the people stand in.
 * @csspart grid - The grid of tiles.
 * @csspart tile - Each tile.
 * @csspart video - The picture in a tile.
 * @csspart avatar - The disc with initials of somebody without a picture.
 * @csspart name-tag - The tag with a name.
 * @csspart network-indicator - The bars in a name tag that tell how good the connection is.
 * @csspart tile-status - “Connecting…” in a tile.
 * @csspart controlbar - The control bar.
 * @csspart mic-button - The microphone button.
 * @csspart camera-button - The camera button.
 * @csspart leave-button - The button that ends the call.
 *
 * @cssproperty [--call-background=light-dark(#f4f5f7, #16181b)] - Background of the panel.
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Buttons in the panel.
 * @cssproperty [--call-text=light-dark(#1b1e23, #f3f4f6)] - Text in the panel.
 * @cssproperty [--call-text-dim=light-dark(#545b66, #aeb4bd)] - Text of less weight.
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - The button, and focus rings.
 * @cssproperty [--call-accent-text=light-dark(#fff, #0a1530)] - Text on the button.
 * @cssproperty [--call-danger=#d3222f] - Cancel and leave.
 * @cssproperty [--call-radius=14px] - Roundness of the panel.
 * @cssproperty [--call-font=inherit] - The font family of the panel; the page's own by default.
 * @cssproperty [--call-inset=1rem] - Distance from the edges of the window, with `placement="corner"`.
 *
 * @cssstate idle - Nothing is open.
 * @cssstate loading - Pressed, and what it takes is on its way.
 * @cssstate preparing - The browser asks for the microphone.
 * @cssstate inviting - The other side is told.
 * @cssstate ringing - It rings there.
 * @cssstate accepted - Somebody answered; the connection is being made.
 * @cssstate connected - The two can talk.
 * @cssstate ended - How the call ended is shown.
 * @cssstate failed - The last press could not load what it takes.
 */
export class CallButton extends Base {
  readonly #internals = this.attachInternals();
  readonly #button = document.createElement('button');
  readonly #label = document.createElement('slot');
  readonly #error = document.createElement('span');
  #state: CallButtonState = 'idle';
  #messages: CallButtonMessages | undefined;
  /** What it says by itself. */
  #words: ButtonWords = ENGLISH;
  /** From a press until the panel is there. */
  #loading: AbortController | undefined;
  #panel: CallPanel | undefined;

  /**
   * URL of the WebSocket endpoint: `wss:`, `ws:`, or relative to the page.
   *
   * @attr signaling
   */
  declare signaling: string;
  /**
   * The name to call, as the `user` of a `<call-phone>` has it.
   *
   * @attr to
   */
  declare to: string;
  /**
   * How whoever is called sees this person.
   *
   * @attr display-name
   */
  declare displayName: string;
  /**
   * Opaque credential for the signaling server.
   *
   * @attr token
   */
  declare token: string;
  /** Gives a fresh token for each connection; wins over `token`. */
  declare getToken: (() => Promise<string>) | undefined;
  /**
   * Asks for the camera, too, and proposes to be seen.
   *
   * @attr video
   */
  declare video: boolean;
  /**
   * What it is about, in a line, for whoever is called.
   *
   * @attr subject
   */
  declare subject: string;
  /**
   * `all`, or `relay` to hide this person's addresses behind a TURN server.
   *
   * @attr ice-transport-policy
   */
  declare iceTransportPolicy: RTCIceTransportPolicy | '';
  /**
   * ICE servers, as JSON in the attribute `ice-servers`, over which this property wins. `[]` means none; without it the
   * server's, else a public STUN server.
   *
   * @attr ice-servers
   */
  declare iceServers: RTCIceServer[] | undefined;
  /**
   * Rings without a sound.
   *
   * @attr no-sound
   */
  declare noSound: boolean;
  /**
   * URL of a sound that is heard while it rings, instead of the built-in one.
   *
   * @attr ringback
   */
  declare ringback: string;
  /**
   * Where the call appears: in a `dialog` above the page (the default), or `inline`, in the place of the button.
   *
   * @attr view
   */
  declare view: 'dialog' | 'inline' | '';
  /**
   * The id of an element in which the call appears, whatever `view` says. What stands in slots is copied there.
   *
   * @attr for
   */
  declare for: string;
  /**
   * `corner`: the button floats in a corner of the window.
   *
   * @attr placement
   */
  declare placement: 'corner' | '';

  constructor() {
    super();
    this.#draw(this.attachShadow({ mode: 'open' }));
    this.#show('idle');
    // What was set before this class was known lies before the properties of the class.
    for (const [name, value] of Object.entries(this)) {
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
    this.messages = this.#messages;
  }

  #draw(root: ShadowRoot): void {
    root.adoptedStyleSheets = [(sheet ??= sheetOf(styles))];
    this.#button.type = 'button';
    this.#button.part.add('button');
    this.#button.onclick = () => this.call();
    // The words in one piece, whatever they are made of.
    const label = document.createElement('span');
    label.part.add('label');
    label.append(this.#label);
    this.#button.append(handset(), label);
    this.#error.part.add('error');
    this.#error.role = 'alert';
    this.#error.dir = 'auto';
    root.append(this.#button, this.#error);
  }

  /** On a page in another language, the words come a moment later; where they can't be had, English has to do. */
  connectedCallback(): void {
    const { lang } = this.closest<HTMLElement>('[lang]') ?? document.documentElement;
    if (/^(en|$)/i.test(lang)) return;
    import('./button-words.js').then(
      ({ followLanguage }) =>
        followLanguage(this, (words = ENGLISH) => {
          this.#words = words;
          this.messages = this.#messages;
        }),
      () => {},
    );
  }

  disconnectedCallback(): void {
    // A move in the DOM disconnects and connects in one go: the call goes on.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#loading?.abort();
      this.#panel?.close();
    });
  }

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  /**
   * How long it rings until nobody has answered, in seconds, up to 3600.
   *
   * @attr ring-timeout
   * @default 60
   */
  get ringTimeout(): number | undefined {
    const seconds = this.getAttribute('ring-timeout');
    return seconds === null ? undefined : Number(seconds);
  }
  set ringTimeout(seconds: number | undefined) {
    setText(this, 'ring-timeout', seconds);
  }

  /** Replaces any of the texts. */
  get messages(): CallButtonMessages | undefined {
    return this.#messages;
  }
  set messages(messages: CallButtonMessages | undefined) {
    this.#messages = messages;
    this.#label.textContent = this.#text('button-label');
    // Texts of the page's own are in the language of the page.
    this.#label.lang = this.#error.lang = messages ? '' : this.#words.lang;
  }

  /** Where the call stands; `idle` while there is none. */
  get state(): CallButtonState {
    return this.#state;
  }

  override focus(options?: FocusOptions): void {
    this.#button.focus(options);
  }

  /** Presses the button. */
  override click(): void {
    this.#button.click();
  }

  /**
   * Presses the button. While there is a call, that one gets the focus instead: one at a time.
   *
   * @throws {DOMException} `InvalidStateError` while the element stands in no document.
   */
  call(options: CallButtonOptions = {}): void {
    if (!this.isConnected) throw new DOMException('The element stands in no document.', 'InvalidStateError');
    if (this.#panel) this.#panel.call(options);
    else if (!this.#loading) void this.#load(options);
  }

  /** Ends the call, wherever it stands. */
  hangUp(): void {
    this.#loading?.abort();
    this.#panel?.hangUp();
  }

  async #load(options: CallButtonOptions): Promise<void> {
    const { signal } = (this.#loading = new AbortController());
    signal.onabort = () => {
      this.#loading = undefined;
      this.#show('idle');
    };
    this.#error.textContent = '';
    this.#show('loading');
    // Where this failed, another press may succeed; in browsers that remember a failure (html#10327), only after a reload.
    const loaded = await import('./call-panel.js').catch((cause: unknown) => new CallError('feature-unavailable', { cause }));
    if (signal.aborted) return;
    this.#loading = undefined;
    if (loaded instanceof CallError) return this.#fail(loaded);
    this.#panel = loaded.openPanel(this, {
      onState: (state) => this.#show(state),
      onClose: () => {
        this.#panel = undefined;
        this.#show('idle');
      },
    });
    this.#panel.call(options);
  }

  #fail(error: CallError): void {
    const sentence = this.#text('not-loaded');
    this.#error.textContent = sentence;
    this.#show('idle');
    this.dispatchEvent(new CallErrorEvent(error, sentence));
  }

  #show(state: CallButtonState): void {
    this.#state = state;
    const states = Object.fromEntries(STATES.map((name) => [name, name === state]));
    setStates(this.#internals, { ...states, failed: this.#error.textContent !== '' });
    // Not `disabled`, which would lose the focus.
    this.#button.ariaDisabled = this.#button.ariaBusy = String(state === 'loading');
  }

  #text(key: ButtonMessageKey): string {
    return this.#messages?.[key] ?? this.#words[key];
  }
}

// Frameworks look whether an element has a property before they set it.
Object.assign(CallButton.prototype, { getToken: undefined, iceServers: undefined });
for (const [name, attribute] of Object.entries(TEXTS)) {
  defineProperty(name, {
    get() {
      return this.getAttribute(attribute) ?? '';
    },
    set(value: string | null | undefined) {
      setText(this, attribute, value);
    },
  });
}
for (const [name, attribute] of Object.entries(FLAGS)) {
  defineProperty(name, {
    get() {
      return this.hasAttribute(attribute);
    },
    set(value: unknown) {
      this.toggleAttribute(attribute, Boolean(value));
    },
  });
}

/** Absent is what frameworks mean by null and undefined. */
function setText(button: CallButton, attribute: string, value: string | number | null | undefined): void {
  if (value === null || value === undefined) button.removeAttribute(attribute);
  else button.setAttribute(attribute, String(value));
}

function defineProperty(name: string, property: PropertyDescriptor & ThisType<CallButton>): void {
  Object.defineProperty(CallButton.prototype, name, { ...property, configurable: true, enumerable: true });
}

/** One for all buttons. */
let sheet: CSSStyleSheet | undefined;

function sheetOf(text: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

function handset(): SVGElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', HANDSET);
  const svg = document.createElementNS(SVG, 'svg');
  svg.part.add('icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  svg.append(path);
  return svg;
}

// A server that merely imports this has none.
if (globalThis.customElements) define('call-button', CallButton);

declare global {
  interface HTMLElementTagNameMap {
    'call-button': CallButton;
  }
}
