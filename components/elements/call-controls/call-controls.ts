import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { isActive } from '../../call/call-state.js';
import { RoomController } from '../../controllers/room-controller.js';
import type { MessageKey } from '../../i18n/catalogue.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { parseControls, type ControlName } from '../attributes.js';
import { define } from '../define.js';
import { icon } from '../icons.js';
import { styles } from './call-controls.styles.js';

/** The parts of a control bar, for the `exportparts` of whatever shows one. */
export const CONTROLS_PARTS = 'controlbar, button, mic-button, camera-button, leave-button, icon';

/**
 * @summary Microphone, camera and leave buttons for a call. Finds the `<call-room>` around it, or the one that `for`
 *   names. A button changes only when the call has: nothing here shows what it merely hopes.
 *
 * @slot - More buttons, shown before the leave button.
 *
 * @csspart controlbar - The bar.
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
 * @csspart icon - The icon in a button.
 *
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - Background of a button.
 * @cssproperty [--call-danger=#d3222f] - Background of the leave button.
 */
export class CallControls extends LitElement {
  static override styles = [theme, buttons, styles];
  static override properties = {
    pending: { attribute: false },
    for: {},
    controls: { converter: (value: string | null) => value ?? undefined },
  };

  readonly #room = new RoomController(this, () => this.for);

  private pending: ReadonlySet<ControlName> = new Set();

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;
  /** Which controls to show: a list of `microphone`, `camera`, `screen`, `hand`, `reactions`, `chat`, `people`, `settings`,
   * `record`, `captions`, `more`, `leave`. All of them without it. */
  controls: string | undefined;

  /**
   * The names of the controls to show.
   *
   * @internal
   */
  shown: readonly ControlName[] = parseControls(undefined);

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  /** Focuses the first button. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button:enabled')?.focus(options);
  }

  protected override willUpdate(changes: Map<PropertyKey, unknown>): void {
    if (changes.has('controls')) this.shown = parseControls(this.controls);
  }

  #toggle(name: 'microphone' | 'camera'): void {
    const room = this.#room.room;
    if (!room || this.pending.has(name)) return;
    this.pending = new Set([...this.pending, name]);
    const toggled = name === 'microphone' ? room.toggleMicrophone() : room.toggleCamera();
    void toggled.finally(() => {
      this.pending = new Set([...this.pending].filter((other) => other !== name));
    });
  }

  #renderDevice(name: 'microphone' | 'camera', on: boolean, part: string, label: MessageKey): TemplateResult | typeof nothing {
    const room = this.#room.room;
    if (!this.shown.includes(name) || room?.[name === 'camera' ? 'video' : 'audio'] === 'none') return nothing;
    const text = this.#room.text(label);
    return html`<button
      type="button"
      part="button ${part}"
      class=${on ? 'round' : 'round off'}
      aria-label=${text}
      title=${text}
      aria-busy=${this.pending.has(name)}
      ?disabled=${!room || !(room.state === 'lobby' || isActive(room.state))}
      @click=${() => this.#toggle(name)}
    >
      ${icon(name, !on)}
    </button>`;
  }

  #renderLeave(): TemplateResult | typeof nothing {
    const room = this.#room.room;
    if (!this.shown.includes('leave') || room?.state === 'lobby') return nothing;
    const text = this.#room.text('leave');
    return html`<button
      type="button"
      part="button leave-button"
      class="round danger leave"
      aria-label=${text}
      title=${text}
      ?disabled=${!room || !isActive(room.state)}
      @click=${() => room?.leave()}
    >
      ${icon('leave')}
    </button>`;
  }

  protected override render(): TemplateResult {
    const { room, text } = this.#room;
    const { audio = true, video = true } = room?.localParticipant ?? {};
    return html`<div part="controlbar" class="bar" role="group" aria-label=${text('controls')}>
      ${this.#renderDevice('microphone', audio, 'mic-button', audio ? 'mute' : 'unmute')}
      ${this.#renderDevice('camera', video, 'camera-button', video ? 'stop-camera' : 'start-camera')}
      ${room?.inCall?.renderControls(this) ?? nothing}<slot></slot>
      ${this.#renderLeave()}
    </div>`;
  }
}

define('call-controls', CallControls);

declare global {
  interface HTMLElementTagNameMap {
    'call-controls': CallControls;
  }
}
