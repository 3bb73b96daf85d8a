import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': 'הצמדת \u2068{name}\u2069',
  'stage-pinned': 'התמונה של \u2068{name}\u2069 הוצמדה',
  'stage-unpinned': 'התמונה של \u2068{name}\u2069 כבר לא מוצמדת',
  'stage-pages': 'דפי משתתפים',
  'stage-previous': 'הדף הקודם',
  'stage-next': 'הדף הבא',
  'stage-page': 'דף {page} מתוך {pages}',
  'stage-move': 'העברת התמונה שלך לפינה אחרת',
  'stage-top-left': 'התמונה שלך למעלה משמאל',
  'stage-top-right': 'התמונה שלך למעלה מימין',
  'stage-bottom-left': 'התמונה שלך למטה משמאל',
  'stage-bottom-right': 'התמונה שלך למטה מימין',
};
