import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': 'כתוביות',
  'control-caption-me': 'כתוביות לדברים שלי',
  captions: 'כתוביות',
  'captions-none': 'הכתוביות של האחרים יופיעו כאן ברגע שהדפדפנים שלהם ייצרו אותן.',
  'captions-asked': '\u2068{name}\u2069 רוצה לקרוא את מה שנאמר אצלך.',
  'captions-notice': 'הדפדפן שלך יוצר את הכתוביות, ועשוי לשלוח לשם כך את קולך לשרתים של יצרן הדפדפן.',
  'captions-agree': 'כתוביות לדברים שלי',
  'captions-decline': 'לא עכשיו',
  'said-captions-own-on': 'לדברים שלך נוצרות כתוביות',
  'said-captions-own-off': 'לדברים שלך כבר לא נוצרות כתוביות',
};
