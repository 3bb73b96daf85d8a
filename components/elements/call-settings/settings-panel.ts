import type { CallSettings } from './call-settings.js';
import './call-settings.js';

/** The parts of the settings that are parts of a room, too. */
const PARTS = 'preview, device-select, level-meter, switch, test-button, button, icon';

/** The settings as they stand in the panel of a room. */
export function settingsPanel(): CallSettings {
  const settings = document.createElement('call-settings');
  settings.part.add('settings');
  settings.setAttribute('exportparts', PARTS);
  return settings;
}
