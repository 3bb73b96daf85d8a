import type { MessageKey } from '../../i18n/catalogue.js';

/** What a browser tells of itself. */
export interface Agent {
  readonly userAgent: string;
  readonly platform: string;
  readonly maxTouchPoints: number;
}

/**
 * The words for where the browser at hand lets a person allow a device again. All browsers of iOS are Safari within, and look
 * much the same; an iPad says it is a Mac, but no Mac has a screen to touch.
 */
export function permissionGuide({ userAgent, platform, maxTouchPoints }: Agent): MessageKey {
  if (/iPhone|iPad|iPod/.test(userAgent) || (platform.startsWith('Mac') && maxTouchPoints > 1)) return 'allow-ios';
  if (/Firefox\//.test(userAgent)) return 'allow-firefox';
  if (/Chrome\//.test(userAgent)) return /Android/.test(userAgent) ? 'allow-android' : 'allow-chromium';
  return /Safari\//.test(userAgent) ? 'allow-safari' : 'allow-other';
}
