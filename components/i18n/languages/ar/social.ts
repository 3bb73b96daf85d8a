import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': 'رفع اليد',
  'control-hand-lower': 'خفض اليد',
  'control-reactions': 'التفاعلات',
  'reaction-👍': 'إعجاب',
  'reaction-👏': 'تصفيق',
  'reaction-❤️': 'قلب',
  'reaction-😂': 'ضحك',
  'reaction-😮': 'دهشة',
  'reaction-😢': 'حزن',
  'reaction-🎉': 'احتفال',
  'reaction-🙏': 'شكرًا',
  'hand-raised': 'اليد مرفوعة',
  'hand-raised-place': 'اليد مرفوعة، {place} من {count}',
  'said-hand-raised': 'رفع اليد من \u2068{name}\u2069',
  'said-own-hand-raised': 'يدك مرفوعة الآن',
  'said-own-hand-lowered': 'لم تعد يدك مرفوعة',
  'said-hand-still-raised': 'يدك ما زالت مرفوعة',
  'said-reaction': 'تفاعل من \u2068{name}\u2069: {emoji}',
  'said-own-reaction': 'تفاعلك: {emoji}',
  'said-message': 'رسالة جديدة من \u2068{name}\u2069',
};
