import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': 'تثبيت \u2068{name}\u2069',
  'stage-pinned': 'تم تثبيت \u2068{name}\u2069',
  'stage-unpinned': 'تم إلغاء تثبيت \u2068{name}\u2069',
  'stage-pages': 'صفحات المشاركين',
  'stage-previous': 'الصفحة السابقة',
  'stage-next': 'الصفحة التالية',
  'stage-page': 'الصفحة {page} من {pages}',
  'stage-move': 'نقل صورتك إلى زاوية أخرى',
  'stage-top-left': 'صورتك في أعلى اليسار',
  'stage-top-right': 'صورتك في أعلى اليمين',
  'stage-bottom-left': 'صورتك في أسفل اليسار',
  'stage-bottom-right': 'صورتك في أسفل اليمين',
};
