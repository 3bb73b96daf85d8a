import type { LOBBY_ENGLISH } from '../../lobby-catalogue.js';
import type { Translation } from '../translation.js';

export const LOBBY: Translation<typeof LOBBY_ENGLISH> = {
  'device-microphone': '麦克风',
  'device-camera': '摄像头',
  'device-speaker': '扬声器',
  'device-default': '跟随系统',
  'device-level': '麦克风音量',
  'device-blur': '模糊我的背景',
  'lobby-settings': '更多设置',
  'allow-chromium': '点击地址栏左端的图标，然后打开{device}。',
  'allow-android': '轻触地址栏左端的图标，进入“权限”，然后允许{device}。',
  'allow-firefox': '点击地址栏中带斜线的图标，解除对{device}的“已阻止”。',
  'allow-safari': '在菜单栏中选择“Safari”，再选择“此网站的设置”，然后允许{device}。',
  'allow-ios': '轻触地址旁的页面图标，进入“网站设置”，然后允许{device}。',
  'allow-other': '打开浏览器中此网站的设置，然后允许{device}。',
  'allow-goes-on': '之后会自动继续。',
};
