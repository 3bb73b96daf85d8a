/** A notification of the system that was shown: what the page asked for, without bothering the desktop. */
export interface Shown {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  closed: boolean;
  onclick: (() => void) | null;
}

/** Notifications as they are from now on. */
export interface NotificationWatch {
  readonly shown: readonly Shown[];
  /** How often the person was asked. */
  readonly asked: number;
  readonly restore: () => void;
}

/**
 * Answers for the person, and keeps each notification on the page: browsers under test have no desktop to show them on.
 *
 * @param answer what the person has said so far
 * @param reply what they say when they are asked
 */
export function watchNotifications(answer: NotificationPermission, reply = answer): NotificationWatch {
  const original = window.Notification;
  const shown: Shown[] = [];
  let [permission, asked] = [answer, 0];
  class Recorded implements Shown {
    static get permission(): NotificationPermission {
      return permission;
    }
    static requestPermission(): Promise<NotificationPermission> {
      asked++;
      permission = reply;
      return Promise.resolve(permission);
    }
    readonly title: string;
    readonly body: string;
    readonly tag: string;
    closed = false;
    onclick: (() => void) | null = null;
    constructor(title: string, { body = '', tag = '' }: NotificationOptions = {}) {
      this.title = title;
      this.body = body;
      this.tag = tag;
      shown.push(this);
    }
    close(): void {
      this.closed = true;
    }
  }
  Reflect.set(window, 'Notification', Recorded);
  return {
    shown,
    get asked() {
      return asked;
    },
    restore: () => void Reflect.set(window, 'Notification', original),
  };
}
