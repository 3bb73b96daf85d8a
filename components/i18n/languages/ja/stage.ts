import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': '{name}さんをピン留め',
  'stage-pinned': '{name}さんをピン留めしました',
  'stage-unpinned': '{name}さんのピン留めを外しました',
  'stage-pages': '参加者のページ',
  'stage-previous': '前のページ',
  'stage-next': '次のページ',
  'stage-page': '{pages}ページ中{page}ページ',
  'stage-move': '自分の映像を別の隅へ移動',
  'stage-top-left': '自分の映像は左上にあります',
  'stage-top-right': '自分の映像は右上にあります',
  'stage-bottom-left': '自分の映像は左下にあります',
  'stage-bottom-right': '自分の映像は右下にあります',
};
