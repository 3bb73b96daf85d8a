import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': '発信',
  'not-loaded': '通話を読み込めませんでした。ネットワークを確認し、もう一度試すか、ページを再読み込みしてください。',
};
