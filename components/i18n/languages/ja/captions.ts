import type { CAPTIONS_ENGLISH } from '../../captions-catalogue.js';
import type { Translation } from '../translation.js';

export const CAPTIONS: Translation<typeof CAPTIONS_ENGLISH> = {
  'control-captions': '字幕',
  'control-caption-me': '自分の発言に字幕を付ける',
  captions: '字幕',
  'captions-none': 'ほかの人のブラウザーが字幕を作ると、ここに表示されます。',
  'captions-asked': '{name}さんがあなたの発言の字幕を希望しています。',
  'captions-notice':
    '字幕はお使いのブラウザーが作成します。そのために音声がブラウザーの提供元のサーバーに送信されることがあります。',
  'captions-agree': '字幕を付ける',
  'captions-decline': '今はしない',
  'said-captions-own-on': 'あなたの発言に字幕が付きます',
  'said-captions-own-off': 'あなたの発言に字幕は付かなくなりました',
};
