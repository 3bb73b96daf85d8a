import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': 'מיקרופון',
  'device-camera': 'מצלמה',
  'device-speaker': 'רמקול',
  'device-default': 'לפי המערכת',
  'device-level': 'עוצמת המיקרופון',
  'device-blur': 'טשטוש הרקע שלי',
  'lobby-settings': 'הגדרות נוספות',
  'allow-chromium': 'יש לבחור בסמל שבקצה שורת הכתובת ולהפעיל את {device}.',
  'allow-android': 'יש להקיש על הסמל שבקצה שורת הכתובת, אחר כך ”הרשאות“, ולאשר את {device}.',
  'allow-firefox': 'יש לבחור בסמל המחוק שבשורת הכתובת ולהסיר את החסימה של {device}.',
  'allow-safari': 'בשורת התפריטים יש לבחור Safari, אחר כך הגדרות לאתר זה, ולאשר את {device}.',
  'allow-ios': 'יש להקיש על סמל הדף שליד הכתובת, אחר כך ”הגדרות אתר“, ולאשר את {device}.',
  'allow-other': 'יש לפתוח בדפדפן את ההגדרות של האתר הזה ולאשר שם את {device}.',
  'allow-goes-on': 'לאחר מכן הכול ימשיך מעצמו.',
};
