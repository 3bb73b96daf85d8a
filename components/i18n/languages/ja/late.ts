import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': 'もう一度参加',
  over: '通話が終了しました',
  ended: '通話は全員に対して終了しました。',
  first: 'まだほかの人はいません',
  'first-hint': '参加した人がここに表示されます。',
  hear: 'タップして音声を聞く',
  dismiss: '閉じる',
};
