import { CONTROLS } from './de/controls.js';
import { IN_CALL } from './de/in-call.js';
import { SCREEN } from './de/screen.js';
import { STAGE } from './de/stage.js';

export const TEXTS = { ...IN_CALL, ...CONTROLS, ...SCREEN, ...STAGE };
