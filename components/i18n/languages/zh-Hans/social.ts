import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': '举手',
  'control-hand-lower': '放下手',
  'control-reactions': '表情回应',
  'reaction-👍': '赞',
  'reaction-👏': '鼓掌',
  'reaction-❤️': '爱心',
  'reaction-😂': '大笑',
  'reaction-😮': '惊讶',
  'reaction-😢': '难过',
  'reaction-🎉': '庆祝',
  'reaction-🙏': '感谢',
  'hand-raised': '已举手',
  'hand-raised-place': '已举手，第 {place} 位，共 {count} 位',
  'said-hand-raised': '{name} 举手了',
  'said-own-hand-raised': '你已举手',
  'said-own-hand-lowered': '你已放下手',
  'said-hand-still-raised': '你的手仍举着',
  'said-reaction': '{name} 的回应：{emoji}',
  'said-own-reaction': '你的回应：{emoji}',
  'said-message': '{name} 发来新消息',
};
