import { panelContent } from '../panel-content.js';
import { SETTINGS_PARTS } from '../room-parts.js';
import type { CallSettings } from './call-settings.js';
import './call-settings.js';

/** The settings as they stand in the panel of a room, and in the dialog of its lobby. */
export const settingsPanel = (): CallSettings => panelContent('call-settings', SETTINGS_PARTS, 'settings');
