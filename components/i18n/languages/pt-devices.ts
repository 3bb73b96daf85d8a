import { LOBBY } from './pt/lobby.js';
import { SETTINGS } from './pt/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
