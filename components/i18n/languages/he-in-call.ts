import { CAPTIONS } from './he/captions.js';
import { CONTROLS } from './he/controls.js';
import { IN_CALL } from './he/in-call.js';
import { PEOPLE } from './he/people.js';
import { RECORDING } from './he/recording.js';
import { SCREEN } from './he/screen.js';
import { SOCIAL } from './he/social.js';
import { STAGE } from './he/stage.js';
import { WINDOWS } from './he/windows.js';

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
