import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': 'اختصارات لوحة المفاتيح',
  'panel-shortcuts': 'اختصارات لوحة المفاتيح',
  'control-full-screen': 'ملء الشاشة',
  'control-picture-in-picture': 'صورة داخل صورة',
  'said-window': 'المكالمة الآن في نافذة صغيرة',
  'window-title': 'مكالمة',
  'window-back': 'العودة إلى علامة التبويب',
  'shortcuts-on': 'استخدام هذه المفاتيح',
  'shortcuts-hint': 'تعمل ما دام التركيز في المكالمة: انقر أولًا في أي مكان فيها.',
  'shortcut-microphone': 'كتم الميكروفون أو إلغاء كتمه',
  'shortcut-talk': 'التحدث أثناء الضغط المطوّل إذا كان صوتك مكتومًا',
  'shortcut-camera': 'تشغيل الكاميرا أو إيقافها',
  'shortcut-screen': 'مشاركة الشاشة أو إيقافها',
  'shortcut-hand': 'رفع اليد أو خفضها',
  'shortcut-chat': 'فتح الدردشة أو إغلاقها',
  'shortcut-people': 'فتح قائمة المشاركين أو إغلاقها',
  'shortcut-settings': 'فتح الإعدادات',
  'shortcut-full-screen': 'الدخول إلى ملء الشاشة أو الخروج منه',
  'shortcut-window': 'عرض المكالمة في نافذة صغيرة',
  'shortcut-list': 'عرض هذه القائمة',
  'shortcut-close': 'إغلاق ما هو مفتوح',
  'key-space': 'مسافة',
  'key-escape': 'Esc',
};
