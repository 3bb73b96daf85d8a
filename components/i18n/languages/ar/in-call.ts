import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': 'اتصال ممتاز',
  'quality-good': 'اتصال جيد',
  'quality-poor': 'اتصال ضعيف',
  'quality-lost': 'لا اتصال',
  'peer-silent': 'لا رد. قد تكون الصفحة لدى الطرف الآخر خاملة أو غير متصلة.',
  'peer-blocked': 'يبدو أن شبكة الطرف الآخر تحجب المكالمات.',
  'network-blocked': 'يبدو أن شبكتك تحجب المكالمات. يُرجى تجربة شبكة أخرى.',
  'no-path': 'لا اتصال حتى الآن. قد تكون إحدى الشبكات تحجب المكالمات.',
  'no-relay': 'تحجب الشبكات المكالمات المباشرة، وليس لهذا الموقع خادم ترحيل.',
  'relay-missing': 'لا يُسمح إلا بخادم ترحيل، وليس لهذا الموقع أي خادم.',
  'relay-silent': 'لا يرد خادم الترحيل لهذا الموقع. يُرجى تجربة شبكة أخرى.',
  'relay-refused': 'رفض خادم الترحيل لهذا الموقع اتصالك. يُرجى إعادة تحميل الصفحة.',
  'said-own-poor': 'اتصالك ضعيف. قد لا يراك الآخرون ولا يسمعونك جيدًا.',
  'said-poor': 'الاتصال مع \u2068{name}\u2069 ضعيف',
  'said-lost': 'انقطع الاتصال مع \u2068{name}\u2069',
};
