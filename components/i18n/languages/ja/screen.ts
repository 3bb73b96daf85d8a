import type { SCREEN_ENGLISH } from '../../screen-catalogue.js';
import type { Translation } from '../translation.js';

export const SCREEN: Translation<typeof SCREEN_ENGLISH> = {
  'screen-own': 'あなたの画面',
  'screen-of': '{name}さんの画面',
  'said-screen-on': '{name}さんが画面を共有しています',
  'said-screen-off': '{name}さんが共有を停止しました',
  'said-own-screen-on': '画面を共有しています',
  'said-own-screen-off': '画面の共有を停止しました',
};
