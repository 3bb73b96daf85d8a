import { CAPTIONS } from './ja/captions.js';
import { CONTROLS } from './ja/controls.js';
import { IN_CALL } from './ja/in-call.js';
import { PEOPLE } from './ja/people.js';
import { RECORDING } from './ja/recording.js';
import { SCREEN } from './ja/screen.js';
import { SOCIAL } from './ja/social.js';
import { STAGE } from './ja/stage.js';
import { WINDOWS } from './ja/windows.js';

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
