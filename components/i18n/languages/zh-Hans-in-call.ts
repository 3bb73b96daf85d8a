import { CONTROLS } from './zh-Hans/controls.js';
import { IN_CALL } from './zh-Hans/in-call.js';
import { SCREEN } from './zh-Hans/screen.js';
import { STAGE } from './zh-Hans/stage.js';

export const TEXTS = { ...IN_CALL, ...CONTROLS, ...SCREEN, ...STAGE };
