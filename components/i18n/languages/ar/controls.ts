import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': 'مشاركة شاشتك',
  'control-screen-stop': 'إيقاف مشاركة شاشتك',
  'control-chat': 'الدردشة',
  'control-chat-unread': 'الدردشة، غير المقروءة: {count}',
  'control-people': 'المشاركون',
  'control-people-count': 'المشاركون، العدد في المكالمة: {count}',
  'control-settings': 'الإعدادات',
  'control-more': 'المزيد',
  'control-more-news': 'المزيد: {news}',
  'control-grid': 'الجميع بالحجم نفسه',
  'control-spotlight': 'تكبير المتحدث',
  'control-floating': 'صورتك عائمة',
  'panel-chat': 'الدردشة',
  'panel-people': 'المشاركون',
  'panel-settings': 'الإعدادات',
  'panel-close': 'إغلاق',
};
