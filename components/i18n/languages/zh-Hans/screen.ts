import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': '你的屏幕',
  'screen-of': '{name} 的屏幕',
  'said-screen-on': '{name} 正在共享屏幕',
  'said-screen-off': '{name} 已停止共享',
  'said-own-screen-on': '你正在共享屏幕',
  'said-own-screen-off': '你已停止共享',
};
