import type { WINDOWS_ENGLISH } from '../../windows-catalogue.js';
import type { Translation } from '../translation.js';

export const WINDOWS: Translation<typeof WINDOWS_ENGLISH> = {
  'control-shortcuts': '键盘快捷键',
  'panel-shortcuts': '键盘快捷键',
  'control-full-screen': '全屏',
  'control-picture-in-picture': '画中画',
  'said-window': '通话已在小窗口中显示',
  'window-title': '通话',
  'window-back': '返回标签页',
  'shortcuts-on': '使用这些按键',
  'shortcuts-hint': '焦点在通话中时有效：请先点击通话中的任意位置。',
  'shortcut-microphone': '静音或取消静音',
  'shortcut-talk': '静音时按住说话',
  'shortcut-camera': '打开或关闭摄像头',
  'shortcut-screen': '共享屏幕或停止共享',
  'shortcut-hand': '举手或放下手',
  'shortcut-chat': '打开或关闭聊天',
  'shortcut-people': '打开或关闭成员列表',
  'shortcut-settings': '打开设置',
  'shortcut-full-screen': '进入或退出全屏',
  'shortcut-window': '在小窗口中显示通话',
  'shortcut-list': '显示此列表',
  'shortcut-close': '关闭已打开的内容',
  'key-space': '空格',
  'key-escape': 'Esc',
};
