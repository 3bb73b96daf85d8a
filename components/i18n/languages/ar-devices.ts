import { LOBBY } from './ar/lobby.js';
import { SETTINGS } from './ar/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
