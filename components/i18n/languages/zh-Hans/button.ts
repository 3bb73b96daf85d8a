import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': '呼叫',
  'not-loaded': '通话未能加载。请检查网络，然后重试或重新加载页面。',
};
