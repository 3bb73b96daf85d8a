import type { SOCIAL_ENGLISH } from '../../social-catalogue.js';
import type { Translation } from '../translation.js';

export const SOCIAL: Translation<typeof SOCIAL_ENGLISH> = {
  'control-hand': '手を挙げる',
  'control-hand-lower': '手を下ろす',
  'control-reactions': 'リアクション',
  'reaction-👍': 'いいね',
  'reaction-👏': '拍手',
  'reaction-❤️': 'ハート',
  'reaction-😂': '笑い',
  'reaction-😮': '驚き',
  'reaction-😢': '悲しい',
  'reaction-🎉': 'お祝い',
  'reaction-🙏': 'ありがとう',
  'hand-raised': '挙手中',
  'hand-raised-place': '挙手中、{count}人中{place}番目',
  'said-hand-raised': '{name}さんが手を挙げました',
  'said-own-hand-raised': '手を挙げました',
  'said-own-hand-lowered': '手を下ろしました',
  'said-hand-still-raised': 'まだ手を挙げています',
  'said-reaction': '{name}さんのリアクション: {emoji}',
  'said-own-reaction': 'あなたのリアクション: {emoji}',
  'said-message': '{name}さんからの新しいメッセージ',
};
