import type { RECORDING_ENGLISH } from '../../recording-catalogue.js';
import type { Translation } from '../translation.js';

export const RECORDING: Translation<typeof RECORDING_ENGLISH> = {
  'control-record': '录制通话',
  'control-record-stop': '停止录制',
  'recording-mark': '正在录制：{names}',
  'said-recording-on': '{name} 正在录制此通话',
  'said-recording-off': '{name} 已停止录制',
  'said-own-recording-on': '你正在录制此通话',
  'said-own-recording-off': '你已停止录制',
};
