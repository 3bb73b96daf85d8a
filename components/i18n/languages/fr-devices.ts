import { LOBBY } from './fr/lobby.js';
import { SETTINGS } from './fr/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
