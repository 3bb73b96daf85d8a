import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': 'マイク',
  'device-camera': 'カメラ',
  'device-speaker': 'スピーカー',
  'device-default': 'システムの設定に従う',
  'device-level': 'マイクの音量',
  'device-blur': '背景をぼかす',
  'lobby-settings': 'その他の設定',
  'allow-chromium': 'アドレスバーの左端のアイコンを選び、{device}をオンにしてください。',
  'allow-android': 'アドレスバーの左端のアイコンをタップし、「権限」で{device}を許可してください。',
  'allow-firefox': 'アドレスバーの斜線付きアイコンを選び、{device}の「ブロック」を解除してください。',
  'allow-safari': 'メニューバーで「Safari」、「このWebサイトでの設定」を選び、{device}を許可してください。',
  'allow-ios': 'アドレスの横のページアイコンをタップし、「Webサイトの設定」で{device}を許可してください。',
  'allow-other': 'ブラウザーでこのサイトの設定を開き、{device}を許可してください。',
  'allow-goes-on': 'その後は自動的に続行します。',
};
