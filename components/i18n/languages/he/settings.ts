import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': 'אין כאן שיחה להגדיר.',
  'settings-picture': 'התמונה שלך',
  'settings-camera-off': 'המצלמה שלך כבויה',
  'settings-resolution': 'גודל התמונה שלי',
  'settings-resolution-auto': 'אוטומטי',
  'settings-resolution-360p': 'קטן (360p)',
  'settings-resolution-720p': 'גדול (720p)',
  'settings-resolution-1080p': 'Full HD (1080p)',
  'settings-resolution-hint': 'נשלח פחות כשהרשת חלשה או כשהתמונה שלך מוצגת בקטן.',
  'settings-mirror': 'הצגת התמונה שלי כמו במראה',
  'settings-mirror-hint': 'רק כאן. האחרים רואים אותך ללא היפוך.',
  'settings-sound': 'הקול שלך',
  'settings-noise': 'הפחתת רעשי רקע',
  'settings-muted': 'המיקרופון מושתק.',
  'settings-no-microphone': 'אין מיקרופון בשימוש.',
  'settings-speaker': 'מה ששומעים אצלך',
  'settings-system-speaker': 'השיחה מושמעת ברמקול של המערכת. אפשר לבחור רמקול אחר בהגדרות המערכת.',
  'settings-test': 'בדיקת הרמקול',
  'settings-testing': 'מתנגן…',
  'settings-test-failed': 'לא ניתן היה להשמיע שם צליל. אפשר לבחור רמקול אחר או לבדוק את הגדרות הצליל במערכת.',
  'settings-no-devices': 'מכשירים מופיעים כאן אחרי חיבור ואישור.',
  'settings-away': 'המכשיר שבחרת אינו מחובר. הוא יחזור לשימוש מיד כשיחובר.',
};
