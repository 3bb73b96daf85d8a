import { LOBBY } from './es/lobby.js';
import { SETTINGS } from './es/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
