import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': 'הרמת יד',
  'control-hand-lower': 'הורדת היד',
  'control-reactions': 'תגובות',
  'reaction-👍': 'אגודל למעלה',
  'reaction-👏': 'מחיאות כפיים',
  'reaction-❤️': 'לב',
  'reaction-😂': 'צחוק',
  'reaction-😮': 'הפתעה',
  'reaction-😢': 'עצב',
  'reaction-🎉': 'חגיגה',
  'reaction-🙏': 'תודה',
  'hand-raised': 'יד מורמת',
  'hand-raised-place': 'יד מורמת, {place} מתוך {count}',
  'said-hand-raised': 'יד הורמה: \u2068{name}\u2069',
  'said-own-hand-raised': 'היד שלך הורמה',
  'said-own-hand-lowered': 'היד שלך הורדה',
  'said-hand-still-raised': 'היד שלך עדיין מורמת',
  'said-reaction': 'תגובה מאת \u2068{name}\u2069: {emoji}',
  'said-own-reaction': 'התגובה שלך: {emoji}',
  'said-message': 'הודעה חדשה מאת \u2068{name}\u2069',
};
