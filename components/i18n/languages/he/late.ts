import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': 'הצטרפות מחדש',
  over: 'השיחה הסתיימה',
  ended: 'השיחה הסתיימה עבור כולם.',
  first: 'עוד אין כאן אף אחד מלבדך',
  'first-hint': 'האחרים יופיעו כאן כשיצטרפו.',
  hear: 'הקשה להשמעת הקול',
  dismiss: 'סגירה',
};
