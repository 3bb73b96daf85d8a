import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallErrorEvent } from '../../call/call-events.js';
import type { CallError } from '../../call/errors.js';
import type { Devices } from '../../call/extras/devices.js';
import { RESOLUTIONS } from '../../call/extras/device-wishes.js';
import { canChooseSpeaker } from '../../call/extras/output-players.js';
import { speak, spoken } from '../../controllers/language-controller.js';
import { RoomController } from '../../controllers/room-controller.js';
import type { RoomElement } from '../../controllers/room-registry.js';
import { canBlur } from '../../features/devices/background-blur.js';
import { DeviceList } from '../../features/devices/device-list.js';
import { deviceSelect } from '../../features/devices/device-select.js';
import { devicesStyles } from '../../features/devices/devices.styles.js';
import { defineLevelMeter } from '../../features/devices/level-meter.js';
import { Preferences } from '../../features/devices/preferences.js';
import { testSpeaker } from '../../features/devices/speaker-test.js';
import type { MessageKey } from '../../i18n/catalogue.js';
import { FAILURES } from '../../i18n/failure-catalogue.js';
import { LOBBY_ENGLISH } from '../../i18n/lobby-catalogue.js';
import { SETTINGS_ENGLISH } from '../../i18n/settings-catalogue.js';
import { addEnglish, errorSentence } from '../../i18n/translate.js';
import { buttons } from '../../styles/button.styles.js';
import { theme } from '../../styles/theme.styles.js';
import { define } from '../define.js';
import { styles } from './call-settings.styles.js';

addEnglish(FAILURES);
addEnglish(LOBBY_ENGLISH);
addEnglish(SETTINGS_ENGLISH);
defineLevelMeter();

/**
 * @summary Camera, microphone and speaker of a call, and how they are used: noise suppression, size and mirroring of the own picture,
 *   a blurred background where the system has it; with a preview, a level meter, and a test of the speaker. Finds the `<call-room>`
 *   around it, or the one that `for` names. What is chosen is so at once, and remembered on this site, unless the room has
 *   `no-remember`. Devices that come and go are listed as they do.
 *
 * @csspart preview - The box of the own picture.
 * @csspart video - The picture in it.
 * @csspart avatar - The disc with initials, while the camera is off.
 * @csspart label - The name of each choice.
 * @csspart device-select - Each choice of a device.
 * @csspart resolution-select - The choice of a size.
 * @csspart level-meter - How loud the microphone hears.
 * @csspart switch - Each switch.
 * @csspart button - Every button.
 * @csspart test-button - Plays two notes through the chosen speaker.
 * @csspart notice - A sentence that tells what became of a device.
 * @csspart icon - An icon in a choice.
 *
 * @cssproperty [--call-background=light-dark(#f4f5f7, #16181b)] - Behind choices.
 * @cssproperty [--call-surface=light-dark(#e2e5ea, #26292e)] - The box of the picture, buttons.
 * @cssproperty [--call-text=light-dark(#1b1e23, #f3f4f6)] - Text.
 * @cssproperty [--call-text-dim=light-dark(#545b66, #aeb4bd)] - Hints, borders.
 * @cssproperty [--call-accent=light-dark(#1d5bdb, #7eaaff)] - Switches that are on, the level meter, focus rings.
 * @cssproperty [--call-radius=14px] - Roundness of the picture.
 */
export class CallSettings extends LitElement {
  static override styles = [theme, buttons, devicesStyles, styles];
  static override properties = {
    test: { attribute: false },
    notice: { attribute: false },
    isSpoken: { attribute: false },
    for: {},
  };

  readonly #room = new RoomController(this, () => this.for);
  readonly #list = new DeviceList(this, () => this.#devices);
  #followed: RoomElement | undefined;
  #following = new AbortController();
  #speaking: Promise<void> | undefined;

  /** How the test of the speaker stands; `undefined`: there is nothing to say about it. */
  private test: 'playing' | 'failed' | undefined;
  /** What became of a device, until the person chooses something. */
  private notice: CallError | undefined;
  /** Whether the room has the words for all this. */
  private isSpoken = false;

  /** The id of a `<call-room>`; without it, the one around this element. */
  for: string | undefined;

  /** Being here makes `moveBefore()` a move, not a removal and an insertion. */
  connectedMoveCallback(): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following.abort();
    this.#followed = this.notice = this.test = undefined;
  }

  /** Focuses the first choice. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('select, input, button')?.focus(options);
  }

  /** Whoever waits for the first choice, to focus it, waits for words and devices, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#speaking;
    await super.getUpdateComplete();
    await this.#list.listed();
    return super.getUpdateComplete();
  }

  protected override willUpdate(): void {
    const { room } = this.#room;
    if (room !== this.#followed && this.isConnected) this.#follow(room);
  }

  #follow(room: RoomElement | undefined): void {
    this.#following.abort();
    const { signal } = (this.#following = new AbortController());
    this.#followed = room;
    this.notice = this.test = undefined;
    if (!room) return;
    // What is registered as a room is the element itself.
    this.#speaking = this.#speak(room as RoomElement & LitElement, signal);
    // In a dialog, nobody sees or hears what the room tells behind it.
    const tell = ({ error }: CallErrorEvent): void => void (error.device && (this.notice = error));
    room.call.addEventListener('error', tell, { signal });
  }

  async #speak(room: RoomElement & LitElement, signal: AbortSignal): Promise<void> {
    speak(room, 'call', 'devices');
    await spoken(room);
    if (!signal.aborted) this.isSpoken = true;
  }

  get #devices(): Devices | undefined {
    return this.#room.room && Preferences.of(this.#room.room).devices;
  }

  /** Whatever the person does next makes what was told old. */
  readonly #onChange = (): void => {
    this.notice = undefined;
    if (this.test === 'failed') this.test = undefined;
  };

  async #testSpeaker(devices: Devices): Promise<void> {
    if (this.test === 'playing') return;
    const { signal } = this.#following;
    this.test = 'playing';
    const isPlayed = await testSpeaker(devices.current('audiooutput'));
    if (!signal.aborted) this.test = isPlayed ? undefined : 'failed';
  }

  #renderHint(key: MessageKey): TemplateResult {
    return html`<p class="hint">${this.#room.text(key)}</p>`;
  }

  #renderChoice(kind: MediaDeviceKind, devices: Devices): TemplateResult {
    const choices = this.#list.choices(kind);
    if (!choices.length) return this.#renderHint('settings-no-devices');
    const chosen = devices.chosen[kind];
    const isAway = chosen && !choices.some(({ id }) => id === chosen);
    return html`${deviceSelect(kind, choices, devices, this.#room.text, true)}
    ${isAway ? this.#renderHint('settings-away') : nothing}`;
  }

  #renderSwitch(
    name: string,
    label: MessageKey,
    isOn: boolean,
    turn: (isOn: boolean) => void,
    hint?: MessageKey,
  ): TemplateResult {
    const { text } = this.#room;
    return html`<label class="switch"
      ><input
        type="checkbox"
        role="switch"
        part="switch"
        name=${name}
        .checked=${live(isOn)}
        @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)}
      /><span>${text(label)}${hint ? html`<span class="hint">${text(hint)}</span>` : nothing}</span></label
    >`;
  }

  #renderPicture(room: RoomElement, preferences: Preferences): TemplateResult {
    const { text } = this.#room;
    const { devices } = preferences;
    const { localParticipant } = room;
    const camera = room.call.media.track('video');
    const mirror = (isOn: boolean): void => void (preferences.mirror = isOn);
    const blur = (isOn: boolean): void => void devices.wish({ backgroundBlur: isOn });
    return html`<section aria-labelledby="picture">
      <h3 id="picture">${text('settings-picture')}</h3>
      <div class="beside">
        <div part="preview" class=${preferences.mirror ? 'preview' : 'preview plain'}>
          <call-tile exportparts="video, avatar" mirror untagged .participant=${localParticipant} .text=${text}></call-tile>
          ${localParticipant.video ? nothing : html`<p class="off-note">${text('settings-camera-off')}</p>`}
        </div>
        <div class="choices">${this.#renderChoice('videoinput', devices)} ${this.#renderResolution(devices)}</div>
      </div>
      ${this.#renderSwitch('mirror', 'settings-mirror', preferences.mirror, mirror, 'settings-mirror-hint')}
      ${
        canBlur(camera) ? this.#renderSwitch('blur', 'device-blur', camera?.getSettings().backgroundBlur ?? false, blur) : nothing
      }
    </section>`;
  }

  #renderResolution(devices: Devices): TemplateResult {
    const { text } = this.#room;
    const onChange = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      const resolution = RESOLUTIONS.find((known) => known === value);
      if (resolution) void devices.wish({ resolution });
    };
    return html`<label class="choice"
        ><span part="label">${text('settings-resolution')}</span>
        <select part="resolution-select" name="resolution" aria-describedby="resolution-hint" @change=${onChange}>
          ${RESOLUTIONS.map(
            (resolution) =>
              html`<option value=${resolution} .selected=${live(resolution === devices.wishes.resolution)}>
                ${text(`settings-resolution-${resolution}`)}
              </option>`,
          )}
        </select></label
      >
      <p id="resolution-hint" class="hint">${text('settings-resolution-hint')}</p>`;
  }

  #renderVoice(room: RoomElement, devices: Devices): TemplateResult {
    const { text } = this.#room;
    const microphone = room.call.media.track('audio');
    const suppress = (noiseSuppression: boolean): void => void devices.wish({ noiseSuppression });
    return html`<section aria-labelledby="voice">
      <h3 id="voice">${text('settings-sound')}</h3>
      ${this.#renderChoice('audioinput', devices)}
      ${
        microphone
          ? html`<level-meter part="level-meter" .track=${microphone} .label=${text('device-level')}></level-meter>`
          : this.#renderHint('settings-no-microphone')
      }
      ${microphone && !room.localParticipant.audio ? this.#renderHint('settings-muted') : nothing}
      ${suppressesNoise() ? this.#renderSwitch('noise', 'settings-noise', devices.wishes.noiseSuppression, suppress) : nothing}
    </section>`;
  }

  #renderHearing(devices: Devices): TemplateResult {
    const { text } = this.#room;
    const hasChoice = canChooseSpeaker() && this.#list.choices('audiooutput').some(({ id }) => id);
    return html`<section aria-labelledby="hearing">
      <h3 id="hearing">${text('settings-speaker')}</h3>
      ${hasChoice ? this.#renderChoice('audiooutput', devices) : this.#renderHint('settings-system-speaker')}
      <div class="test">
        <button
          type="button"
          part="button test-button"
          aria-busy=${this.test === 'playing'}
          @click=${() => this.#testSpeaker(devices)}
        >
          ${text('settings-test')}
        </button>
        <span role="status"
          >${this.test ? text(this.test === 'playing' ? 'settings-testing' : 'settings-test-failed') : nothing}</span
        >
      </div>
    </section>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { room, awaitsRoom, text } = this.#room;
    if (!room) return awaitsRoom ? nothing : this.#renderHint('settings-no-room');
    if (!this.isSpoken) return nothing;
    const preferences = Preferences.of(room);
    return html`<div class="settings" @change=${this.#onChange}>
      ${room.video === 'none' ? nothing : this.#renderPicture(room, preferences)}
      ${room.audio === 'none' ? nothing : this.#renderVoice(room, preferences.devices)}
      ${this.#renderHearing(preferences.devices)}
      <div part="notice" class="notice" role="status">${this.notice ? errorSentence(this.notice, text) : nothing}</div>
    </div>`;
  }
}

/** Whether this browser takes noise out of a voice. */
const suppressesNoise = (): boolean => mediaDevices()?.getSupportedConstraints().noiseSuppression ?? false;

/** The DOM types take it for granted; insecure pages and some embedded browsers have none. */
const mediaDevices = (): MediaDevices | undefined => navigator.mediaDevices;

define('call-settings', CallSettings);

declare global {
  interface HTMLElementTagNameMap {
    'call-settings': CallSettings;
  }
}
