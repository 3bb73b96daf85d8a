import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': 'تسجيل المكالمة',
  'control-record-stop': 'إيقاف التسجيل',
  'recording-mark': 'تسجيل: {names}',
  'said-recording-on': 'بدأ \u2068{name}\u2069 تسجيل المكالمة',
  'said-recording-off': 'توقف التسجيل من \u2068{name}\u2069',
  'said-own-recording-on': 'يجري الآن تسجيل المكالمة من عندك',
  'said-own-recording-off': 'توقف تسجيلك للمكالمة',
};
