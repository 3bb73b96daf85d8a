import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': 'لا توجد هنا مكالمة لضبطها.',
  'settings-picture': 'صورتك',
  'settings-camera-off': 'الكاميرا متوقفة',
  'settings-resolution': 'حجم صورتي',
  'settings-resolution-auto': 'تلقائي',
  'settings-resolution-360p': 'صغير (360p)',
  'settings-resolution-720p': 'كبير (720p)',
  'settings-resolution-1080p': 'دقة كاملة (1080p)',
  'settings-resolution-hint': 'يُرسَل قدر أقل عندما تكون الشبكة ضعيفة أو تُعرض صورتك بحجم صغير.',
  'settings-mirror': 'عرض صورتي معكوسة كالمرآة',
  'settings-mirror-hint': 'هنا فقط. يراك الآخرون من دون انعكاس.',
  'settings-sound': 'صوتك',
  'settings-noise': 'تقليل ضوضاء الخلفية',
  'settings-muted': 'الميكروفون مكتوم.',
  'settings-no-microphone': 'لا يوجد ميكروفون قيد الاستخدام.',
  'settings-speaker': 'ما تسمعه',
  'settings-system-speaker': 'يصدر صوت المكالمة من مكبر صوت النظام. يمكنك اختيار مكبر آخر من إعدادات النظام.',
  'settings-test': 'اختبار مكبر الصوت',
  'settings-testing': 'جارٍ التشغيل…',
  'settings-test-failed': 'تعذّر تشغيل أي صوت هناك. اختر مكبر صوت آخر، أو تحقق من إعدادات الصوت في النظام.',
  'settings-no-devices': 'تظهر الأجهزة هنا بعد توصيلها والسماح باستخدامها.',
  'settings-away': 'الجهاز الذي اخترته غير متصل. سيُستخدم من جديد فور توصيله.',
};
