import { CAPTIONS } from './ar/captions.js';
import { CONTROLS } from './ar/controls.js';
import { IN_CALL } from './ar/in-call.js';
import { PEOPLE } from './ar/people.js';
import { RECORDING } from './ar/recording.js';
import { SCREEN } from './ar/screen.js';
import { SOCIAL } from './ar/social.js';
import { STAGE } from './ar/stage.js';
import { WINDOWS } from './ar/windows.js';

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
