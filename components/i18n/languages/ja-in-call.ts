import { CONTROLS } from './ja/controls.js';
import { IN_CALL } from './ja/in-call.js';
import { SCREEN } from './ja/screen.js';
import { STAGE } from './ja/stage.js';

export const TEXTS = { ...IN_CALL, ...CONTROLS, ...SCREEN, ...STAGE };
