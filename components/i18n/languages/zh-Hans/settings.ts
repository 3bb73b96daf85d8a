import type { SETTINGS_ENGLISH } from '../../settings-catalogue.js';
import type { Translation } from '../translation.js';

export const SETTINGS: Translation<typeof SETTINGS_ENGLISH> = {
  'settings-no-room': '这里没有可设置的通话。',
  'settings-picture': '你的画面',
  'settings-camera-off': '你的摄像头已关闭',
  'settings-resolution': '我的画面大小',
  'settings-resolution-auto': '自动',
  'settings-resolution-360p': '小 (360p)',
  'settings-resolution-720p': '大 (720p)',
  'settings-resolution-1080p': '全高清 (1080p)',
  'settings-resolution-hint': '网络较弱或你的画面显示较小时，会减少发送的数据。',
  'settings-mirror': '镜像我的画面',
  'settings-mirror-hint': '仅在此处生效。其他人看到的画面不会镜像。',
  'settings-sound': '你的声音',
  'settings-noise': '降低背景噪音',
  'settings-muted': '你已静音。',
  'settings-no-microphone': '没有正在使用的麦克风。',
  'settings-speaker': '你听到的声音',
  'settings-system-speaker': '通话声音由系统的扬声器播放。你可以在系统设置中选择其他扬声器。',
  'settings-test': '测试扬声器',
  'settings-testing': '正在播放…',
  'settings-test-failed': '无法在那里播放声音。请选择其他扬声器，或检查系统的声音设置。',
  'settings-no-devices': '设备连接并获得允许后会显示在这里。',
  'settings-away': '你选择的设备未连接。连接后会自动恢复使用。',
};
