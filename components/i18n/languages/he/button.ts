import type { BUTTON_ENGLISH } from '../../button-catalogue.js';
import type { Translation } from '../translation.js';

export const BUTTON: Required<Translation<typeof BUTTON_ENGLISH>> = {
  'button-label': 'התקשרות',
  'not-loaded': 'השיחה לא נטענה. יש לבדוק את הרשת ולנסות שוב, או לטעון מחדש את הדף.',
};
