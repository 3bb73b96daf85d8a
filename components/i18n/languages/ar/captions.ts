import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': 'التسميات التوضيحية',
  'control-caption-me': 'عرض كلامي نصًا',
  captions: 'التسميات التوضيحية',
  'captions-none': 'ستظهر هنا التسميات التوضيحية لكلام الآخرين حالما تنشئها متصفحاتهم.',
  'captions-asked': 'يرغب \u2068{name}\u2069 في قراءة كلامك نصًا.',
  'captions-notice': 'ينشئ متصفحك النص، وقد يرسل صوتك لهذا الغرض إلى خوادم الشركة المطوِّرة له.',
  'captions-agree': 'عرض كلامي نصًا',
  'captions-decline': 'ليس الآن',
  'said-captions-own-on': 'كلامك معروض نصًا الآن',
  'said-captions-own-off': 'لم يعد كلامك معروضًا نصًا',
};
