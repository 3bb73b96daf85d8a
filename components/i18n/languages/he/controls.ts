import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': 'שיתוף המסך שלך',
  'control-screen-stop': 'הפסקת שיתוף המסך שלך',
  'control-chat': 'צ׳אט',
  'control-chat-unread': 'צ׳אט, {count} שלא נקראו',
  'control-people': 'משתתפים',
  'control-people-count': 'משתתפים, {count} בשיחה',
  'control-settings': 'הגדרות',
  'control-more': 'עוד',
  'control-more-news': 'עוד: {news}',
  'control-grid': 'כולם באותו גודל',
  'control-spotlight': 'הגדלת מי שמדבר',
  'control-floating': 'התמונה שלך צפה',
  'panel-chat': 'צ׳אט',
  'panel-people': 'משתתפים',
  'panel-settings': 'הגדרות',
  'panel-close': 'סגירה',
};
