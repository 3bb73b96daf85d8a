import type { STAGE_ENGLISH } from '../../stage-catalogue.js';
import type { Translation } from '../translation.js';

export const STAGE: Translation<typeof STAGE_ENGLISH> = {
  'stage-pin': '固定 {name}',
  'stage-pinned': '已固定 {name}',
  'stage-unpinned': '已取消固定 {name}',
  'stage-pages': '成员分页',
  'stage-previous': '上一页',
  'stage-next': '下一页',
  'stage-page': '第 {page} 页，共 {pages} 页',
  'stage-move': '将你的画面移到另一角',
  'stage-top-left': '你的画面在左上角',
  'stage-top-right': '你的画面在右上角',
  'stage-bottom-left': '你的画面在左下角',
  'stage-bottom-right': '你的画面在右下角',
};
