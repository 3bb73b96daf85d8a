import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': 'الميكروفون',
  'device-camera': 'الكاميرا',
  'device-speaker': 'مكبر الصوت',
  'device-default': 'حسب إعداد النظام',
  'device-level': 'مستوى الميكروفون',
  'device-blur': 'تمويه خلفيتي',
  'lobby-settings': 'المزيد من الإعدادات',
  'allow-chromium': 'اختر الرمز في طرف شريط العنوان، ثم شغّل {device}.',
  'allow-android': 'انقر الرمز في طرف شريط العنوان، ثم «الأذونات»، ثم اسمح باستخدام {device}.',
  'allow-firefox': 'اختر الرمز المشطوب في شريط العنوان، ثم أزل «محظور» عن {device}.',
  'allow-safari': 'من شريط القوائم اختر Safari، ثم إعدادات هذا الموقع، واسمح باستخدام {device}.',
  'allow-ios': 'انقر رمز الصفحة بجوار العنوان، ثم «إعدادات موقع الويب»، واسمح باستخدام {device}.',
  'allow-other': 'افتح إعدادات هذا الموقع في المتصفح، واسمح باستخدام {device}.',
  'allow-goes-on': 'بعد ذلك يستمر كل شيء تلقائيًا.',
};
