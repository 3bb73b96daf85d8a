import { LOBBY } from './de/lobby.js';
import { SETTINGS } from './de/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
