import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': '连接极佳',
  'quality-good': '连接良好',
  'quality-poor': '连接较差',
  'quality-lost': '无连接',
  'peer-silent': '没有应答。对方的页面可能在休眠或离线。',
  'peer-blocked': '对方的网络似乎屏蔽了通话。',
  'network-blocked': '你的网络似乎屏蔽了通话。请换一个网络。',
  'no-path': '尚未连接。可能有网络屏蔽了通话。',
  'no-relay': '双方网络屏蔽直接通话，且本站没有中继。',
  'relay-missing': '只允许使用中继，但本站没有。',
  'relay-silent': '本站的中继没有应答。请换一个网络。',
  'relay-refused': '本站的中继拒绝了你。请重新加载页面。',
  'said-own-poor': '你的连接较差。其他人可能看不清或听不清你。',
  'said-poor': '与 {name} 的连接较差',
  'said-lost': '与 {name} 的连接已中断',
};
