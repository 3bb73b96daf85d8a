import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': 'ここには設定する通話がありません。',
  'settings-picture': 'あなたの映像',
  'settings-camera-off': 'カメラはオフです',
  'settings-resolution': '映像のサイズ',
  'settings-resolution-auto': '自動',
  'settings-resolution-360p': '小（360p）',
  'settings-resolution-720p': '大（720p）',
  'settings-resolution-1080p': 'フルHD（1080p）',
  'settings-resolution-hint': 'ネットワークが弱いときや小さく表示されるときは、送る量を減らします。',
  'settings-mirror': '自分の映像を左右反転',
  'settings-mirror-hint': 'この画面だけです。ほかの人には反転せずに表示されます。',
  'settings-sound': 'あなたの声',
  'settings-noise': '背景の雑音を減らす',
  'settings-muted': 'ミュート中です。',
  'settings-no-microphone': '使用中のマイクはありません。',
  'settings-speaker': '聞こえる音',
  'settings-system-speaker': '通話の音声はシステムのスピーカーから流れます。別のスピーカーはシステムの設定で選べます。',
  'settings-test': 'スピーカーをテスト',
  'settings-testing': '再生中…',
  'settings-test-failed': '音を再生できませんでした。別のスピーカーを選ぶか、システムのサウンド設定を確認してください。',
  'settings-no-devices': '接続して許可した機器がここに表示されます。',
  'settings-away': '選択した機器が接続されていません。接続されると自動的に使用されます。',
};
