import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': 'キーボードショートカット',
  'panel-shortcuts': 'キーボードショートカット',
  'control-full-screen': '全画面表示',
  'control-picture-in-picture': 'ピクチャーインピクチャー',
  'said-window': '通話を小さなウィンドウに表示しました',
  'window-title': '通話',
  'window-back': 'タブに戻る',
  'shortcuts-on': 'これらのキーを使う',
  'shortcuts-hint': '通話にフォーカスがあるときに使えます。まず通話のどこかをクリックしてください。',
  'shortcut-microphone': 'マイクのミュートを切り替える',
  'shortcut-talk': 'ミュート中、押している間だけ話す',
  'shortcut-camera': 'カメラのオン／オフを切り替える',
  'shortcut-screen': '画面共有を開始または停止する',
  'shortcut-hand': '手を挙げる、または下ろす',
  'shortcut-chat': 'チャットを開く、または閉じる',
  'shortcut-people': '参加者リストを開く、または閉じる',
  'shortcut-settings': '設定を開く',
  'shortcut-full-screen': '全画面表示を切り替える',
  'shortcut-window': '通話を小さなウィンドウで表示する',
  'shortcut-list': 'この一覧を表示する',
  'shortcut-close': '開いているものを閉じる',
  'key-space': 'スペース',
  'key-escape': 'Esc',
};
