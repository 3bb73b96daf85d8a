import { CAPTIONS } from './de/captions.js';
import { CONTROLS } from './de/controls.js';
import { IN_CALL } from './de/in-call.js';
import { PEOPLE } from './de/people.js';
import { RECORDING } from './de/recording.js';
import { SCREEN } from './de/screen.js';
import { SOCIAL } from './de/social.js';
import { STAGE } from './de/stage.js';
import { WINDOWS } from './de/windows.js';

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
