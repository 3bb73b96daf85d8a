import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': '画面を共有',
  'control-screen-stop': '画面の共有を停止',
  'control-chat': 'チャット',
  'control-chat-unread': 'チャット、未読{count}件',
  'control-people': '参加者',
  'control-people-count': '参加者、{count}人',
  'control-settings': '設定',
  'control-more': 'その他',
  'control-more-news': 'その他: {news}',
  'control-grid': '全員を同じ大きさで表示',
  'control-spotlight': '話している人を大きく表示',
  'control-floating': '自分の映像を浮かせて表示',
  'panel-chat': 'チャット',
  'panel-people': '参加者',
  'panel-settings': '設定',
  'panel-close': '閉じる',
};
