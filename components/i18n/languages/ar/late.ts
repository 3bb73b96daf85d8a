import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': 'انضمام مجددًا',
  over: 'انتهت المكالمة',
  ended: 'تم إنهاء المكالمة للجميع.',
  first: 'لا أحد غيرك هنا بعد',
  'first-hint': 'سيظهر الآخرون عند انضمامهم.',
  hear: 'انقر لسماع الصوت',
  dismiss: 'إغلاق',
};
