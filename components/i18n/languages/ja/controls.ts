import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'panel-chat': 'チャット',
  'panel-people': '参加者',
  'panel-settings': '設定',
  'panel-close': '閉じる',
};
