import { CAPTIONS } from './es/captions.js';
import { CONTROLS } from './es/controls.js';
import { IN_CALL } from './es/in-call.js';
import { PEOPLE } from './es/people.js';
import { RECORDING } from './es/recording.js';
import { SCREEN } from './es/screen.js';
import { SOCIAL } from './es/social.js';
import { STAGE } from './es/stage.js';
import { WINDOWS } from './es/windows.js';

export const TEXTS = {
  ...IN_CALL,
  ...CAPTIONS,
  ...CONTROLS,
  ...PEOPLE,
  ...RECORDING,
  ...SCREEN,
  ...SOCIAL,
  ...STAGE,
  ...WINDOWS,
};
