import type { CONTROLS_ENGLISH } from '../../controls-catalogue.js';
import type { Translation } from '../translation.js';

export const CONTROLS: Translation<typeof CONTROLS_ENGLISH> = {
  'control-screen': '共享屏幕',
  'control-screen-stop': '停止共享屏幕',
  'control-chat': '聊天',
  'control-chat-unread': '聊天，{count} 条未读',
  'control-people': '成员',
  'control-people-count': '成员，通话中有 {count} 人',
  'control-settings': '设置',
  'control-more': '更多',
  'control-more-news': '更多：{news}',
  'control-grid': '所有人大小相同',
  'control-spotlight': '放大发言者',
  'control-floating': '悬浮显示你的画面',
  'panel-chat': '聊天',
  'panel-people': '成员',
  'panel-settings': '设置',
  'panel-close': '关闭',
};
