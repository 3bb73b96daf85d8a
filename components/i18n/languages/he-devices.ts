import { LOBBY } from './he/lobby.js';
import { SETTINGS } from './he/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
