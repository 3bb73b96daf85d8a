import { CAPTIONS } from './fr/captions.js';
import { CONTROLS } from './fr/controls.js';
import { IN_CALL } from './fr/in-call.js';
import { PEOPLE } from './fr/people.js';
import { RECORDING } from './fr/recording.js';
import { SCREEN } from './fr/screen.js';
import { SOCIAL } from './fr/social.js';
import { STAGE } from './fr/stage.js';
import { WINDOWS } from './fr/windows.js';

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
