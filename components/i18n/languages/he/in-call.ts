import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': 'חיבור מצוין',
  'quality-good': 'חיבור טוב',
  'quality-poor': 'חיבור חלש',
  'quality-lost': 'אין חיבור',
  'peer-silent': 'אין תשובה. ייתכן שהדף בצד השני רדום או לא מקוון.',
  'peer-blocked': 'נראה שהרשת בצד השני חוסמת שיחות.',
  'network-blocked': 'נראה שהרשת שלך חוסמת שיחות. כדאי לנסות רשת אחרת.',
  'no-path': 'אין חיבור עדיין. ייתכן שרשת כלשהי חוסמת שיחות.',
  'no-relay': 'הרשתות חוסמות שיחות ישירות, ולאתר הזה אין ממסר.',
  'relay-missing': 'מותר רק דרך ממסר, ולאתר הזה אין ממסר.',
  'relay-silent': 'הממסר של האתר לא עונה. כדאי לנסות רשת אחרת.',
  'relay-refused': 'הממסר של האתר דחה אותך. יש לטעון מחדש את הדף.',
  'said-own-poor': 'החיבור שלך חלש. ייתכן שהאחרים לא רואים ושומעים אותך היטב.',
  'said-poor': 'החיבור אל \u2068{name}\u2069 חלש',
  'said-lost': 'החיבור אל \u2068{name}\u2069 נקטע',
};
