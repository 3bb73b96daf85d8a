import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Devices } from '../../call/extras/devices.js';
import type { MessageKey } from '../../i18n/catalogue.js';
import type { Translate } from '../../i18n/translate.js';
import { deviceIcon } from './device-icon.js';
import type { DeviceChoice } from './device-list.js';

/** How a kind of device is called. */
const NAMES: Record<MediaDeviceKind, MessageKey> = {
  audioinput: 'device-microphone',
  videoinput: 'device-camera',
  audiooutput: 'device-speaker',
};

/** A choice among the devices of a kind; `labelled` shows its name, which is otherwise only heard. */
export function deviceSelect(
  kind: MediaDeviceKind,
  choices: readonly DeviceChoice[],
  devices: Devices,
  text: Translate,
  labelled = false,
): TemplateResult {
  const name = text(NAMES[kind]);
  const onChange = (event: Event): void => void devices.choose(kind, (event.target as HTMLSelectElement).value);
  return html`<label class="choice">
    ${labelled ? html`<span part="label">${name}</span>` : ''}
    <span class="field">
      ${deviceIcon(kind)}
      <select part="device-select" name=${kind} aria-label=${name} @change=${onChange}>
        ${choices.map(
          ({ id, label, selected }) =>
            html`<option value=${id} .selected=${live(selected)}>${label || text('device-default')}</option>`,
        )}
      </select>
    </span>
  </label>`;
}
