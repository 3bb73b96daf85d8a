import type { IN_CALL_ENGLISH } from '../../in-call-catalogue.js';
import type { Translation } from '../translation.js';

export const IN_CALL: Translation<typeof IN_CALL_ENGLISH> = {
  'quality-excellent': '接続は非常に良好',
  'quality-good': '接続は良好',
  'quality-poor': '接続が不安定',
  'quality-lost': '接続なし',
  'peer-silent': '応答がありません。相手のページがスリープ中かオフラインの可能性があります。',
  'peer-blocked': '相手のネットワークが通話をブロックしているようです。',
  'network-blocked': 'お使いのネットワークが通話をブロックしているようです。別のネットワークをお試しください。',
  'no-path': 'まだ接続できません。ネットワークが通話をブロックしている可能性があります。',
  'no-relay': 'ネットワークが直接の通話をブロックしており、このサイトには中継サーバーがありません。',
  'relay-missing': '中継サーバーのみ使用できますが、このサイトにはありません。',
  'relay-silent': 'このサイトの中継サーバーが応答しません。別のネットワークをお試しください。',
  'relay-refused': 'このサイトの中継サーバーに拒否されました。ページを再読み込みしてください。',
  'said-own-poor': '接続が不安定です。相手に映像や音声がうまく届いていない可能性があります。',
  'said-poor': '{name}さんとの接続が不安定です',
  'said-lost': '{name}さんとの接続が途切れました',
};
