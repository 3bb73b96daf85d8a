import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': 'اتصال',
  'not-loaded': 'لم تُحمَّل المكالمة. يُرجى التحقق من الشبكة، ثم إعادة المحاولة أو إعادة تحميل الصفحة.',
};
