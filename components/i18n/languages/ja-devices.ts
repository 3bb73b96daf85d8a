import { LOBBY } from './ja/lobby.js';
import { SETTINGS } from './ja/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
