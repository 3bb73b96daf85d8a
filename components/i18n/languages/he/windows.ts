import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': 'קיצורי מקלדת',
  'panel-shortcuts': 'קיצורי מקלדת',
  'control-full-screen': 'מסך מלא',
  'control-picture-in-picture': 'תמונה בתוך תמונה',
  'said-window': 'השיחה מוצגת כעת בחלון קטן',
  'window-title': 'שיחה',
  'window-back': 'חזרה לכרטיסייה',
  'shortcuts-on': 'שימוש במקשים האלה',
  'shortcuts-hint': 'הם פועלים כשהמיקוד נמצא בשיחה: קודם לוחצים במקום כלשהו בתוכה.',
  'shortcut-microphone': 'השתקה או ביטול השתקה של המיקרופון',
  'shortcut-talk': 'דיבור כל עוד המקש לחוץ, כשהמיקרופון מושתק',
  'shortcut-camera': 'הפעלה או כיבוי של המצלמה',
  'shortcut-screen': 'שיתוף המסך או הפסקת השיתוף',
  'shortcut-hand': 'הרמה או הורדה של היד',
  'shortcut-chat': 'פתיחה או סגירה של הצ׳אט',
  'shortcut-people': 'פתיחה או סגירה של רשימת המשתתפים',
  'shortcut-settings': 'פתיחת ההגדרות',
  'shortcut-full-screen': 'מעבר למסך מלא או יציאה ממנו',
  'shortcut-window': 'הצגת השיחה בחלון קטן',
  'shortcut-list': 'הצגת הרשימה הזאת',
  'shortcut-close': 'סגירת מה שפתוח',
  'key-space': 'רווח',
  'key-escape': 'Esc',
};
