import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': '字幕',
  'control-caption-me': '为我的发言加字幕',
  captions: '字幕',
  'captions-none': '其他人的浏览器生成字幕后，会显示在这里。',
  'captions-asked': '{name} 希望看到你发言的字幕。',
  'captions-notice': '字幕由你的浏览器生成，浏览器可能会为此将你的声音发送到其开发商的服务器。',
  'captions-agree': '加字幕',
  'captions-decline': '暂不',
  'said-captions-own-on': '正在为你的发言加字幕',
  'said-captions-own-off': '不再为你的发言加字幕',
};
