import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': '通話を録画',
  'control-record-stop': '録画を停止',
  'recording-mark': '録画中：{names}',
  'said-recording-on': '{name}さんがこの通話を録画しています',
  'said-recording-off': '{name}さんが録画を停止しました',
  'said-own-recording-on': 'この通話を録画しています',
  'said-own-recording-off': '録画を停止しました',
};
