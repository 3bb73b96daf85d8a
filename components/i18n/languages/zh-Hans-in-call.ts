import { CAPTIONS } from './zh-Hans/captions.js';
import { CONTROLS } from './zh-Hans/controls.js';
import { IN_CALL } from './zh-Hans/in-call.js';
import { PEOPLE } from './zh-Hans/people.js';
import { RECORDING } from './zh-Hans/recording.js';
import { SCREEN } from './zh-Hans/screen.js';
import { SOCIAL } from './zh-Hans/social.js';
import { STAGE } from './zh-Hans/stage.js';
import { WINDOWS } from './zh-Hans/windows.js';

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
