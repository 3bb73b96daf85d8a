import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CallError } from '../../call/errors.js';
import { canChooseSpeaker } from '../../call/extras/output-players.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { translate, type Translate } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { DeviceList } from '../devices/device-list.js';
import { deviceSelect } from '../devices/device-select.js';
import { icon } from '../in-call/icons.js';
import { devicesStyles } from '../devices/devices.styles.js';
import { canBlur } from '../devices/background-blur.js';
import { Preferences } from '../devices/preferences.js';
import { permissionGuide } from './permission-guide.js';

/**
 * The choice of devices in a lobby, the microphone's level, and where to allow what was denied.
 *
 * @internal
 */
export class LobbyDevices extends LitElement {
  static override styles = [
    theme,
    buttons,
    devicesStyles,
    css`
      :host {
        display: grid;
        gap: 10px;
        min-inline-size: 0;
        font-size: 0.9em;
        animation: unfold 0.25s;
      }
      @keyframes unfold {
        0% {
          opacity: 0;
        }
      }
      [part='guide'] {
        margin: 0;
        padding: 12px 14px;
        border-radius: 12px;
        background: var(--_surface);
        overflow-wrap: anywhere;
      }
      .microphone {
        display: grid;
        gap: 8px;
      }
      .more {
        justify-self: start;
        --_fill: transparent;
        padding-inline: 12px;
        color: var(--_text);
      }
      .more svg {
        display: inline;
        inline-size: 20px;
        block-size: 20px;
        margin-inline: 0 8px;
        vertical-align: -4px;
      }
    `,
  ];
  static override properties = {
    room: { attribute: false },
    text: { attribute: false },
    denied: { attribute: false },
    onSettings: { attribute: false },
  };

  readonly #list = new DeviceList(this, () => this.room && Preferences.of(this.room).devices);

  /** Whose devices. */
  room: RoomElement | undefined;
  /** Finds the texts. */
  text: Translate = translate;
  /** The permission that the person did not give. */
  denied: CallError | undefined;
  /** Opens the settings. */
  onSettings: (() => void) | undefined;

  #select(kind: MediaDeviceKind): TemplateResult | typeof nothing {
    const choices = this.#list.choices(kind);
    // One of them is no choice.
    if (!this.room || choices.filter(({ id }) => id).length < 2) return nothing;
    return deviceSelect(kind, choices, Preferences.of(this.room).devices, this.text);
  }

  #guide(device: string): TemplateResult {
    const goesOn = 'permissions' in navigator ? this.text('allow-goes-on') : '';
    return html`<p part="guide">${this.text(permissionGuide(navigator), { device })} ${goesOn}</p>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room, text, denied } = this;
    if (!room) return nothing;
    const { media } = room.call;
    const { devices } = Preferences.of(room);
    const microphone = media.track('audio') ?? undefined;
    const camera = media.track('video');
    const onBlur = (event: Event): void => void devices.wish({ backgroundBlur: (event.target as HTMLInputElement).checked });
    return html`
      ${denied ? this.#guide(text(denied.device ?? 'microphone-and-camera')) : nothing}
      ${
        microphone
          ? html`<div class="microphone">
              <level-meter part="level-meter" .track=${microphone} .label=${text('device-level')}></level-meter>
              ${this.#select('audioinput')}
            </div>`
          : nothing
      }
      ${camera ? this.#select('videoinput') : nothing} ${canChooseSpeaker() ? this.#select('audiooutput') : nothing}
      ${
        canBlur(camera)
          ? html`<label class="switch"
              ><input
                type="checkbox"
                name="blur"
                .checked=${camera?.getSettings().backgroundBlur ?? false}
                @change=${onBlur}
              />${text('device-blur')}</label
            >`
          : nothing
      }
      ${
        // A bar that has the button already keeps it.
        room.inCall
          ? nothing
          : html`<button type="button" part="button settings-button" class="more" @click=${this.onSettings}>
              ${icon('settings')}${text('lobby-settings')}
            </button>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lobby-devices': LobbyDevices;
  }
}
