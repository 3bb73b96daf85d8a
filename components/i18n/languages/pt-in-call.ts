import { CAPTIONS } from './pt/captions.js';
import { CONTROLS } from './pt/controls.js';
import { IN_CALL } from './pt/in-call.js';
import { PEOPLE } from './pt/people.js';
import { RECORDING } from './pt/recording.js';
import { SCREEN } from './pt/screen.js';
import { SOCIAL } from './pt/social.js';
import { STAGE } from './pt/stage.js';
import { WINDOWS } from './pt/windows.js';

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
