import type { LATE_ENGLISH } from '../../late-catalogue.js';
import type { Translation } from '../translation.js';

export const LATE: Translation<typeof LATE_ENGLISH> = {
  'join-again': '重新加入',
  over: '通话已结束',
  ended: '通话已为所有人结束。',
  first: '你是第一个到的',
  'first-hint': '其他人加入后会显示在这里。',
  hear: '轻触以播放声音',
  dismiss: '关闭',
};
