import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'panel-chat': '聊天',
  'panel-people': '成员',
  'panel-settings': '设置',
  'panel-close': '关闭',
};
