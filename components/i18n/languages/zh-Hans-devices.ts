import { LOBBY } from './zh-Hans/lobby.js';
import { SETTINGS } from './zh-Hans/settings.js';

export const TEXTS = { ...LOBBY, ...SETTINGS };
