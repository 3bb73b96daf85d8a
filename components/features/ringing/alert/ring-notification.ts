/** Whether this page may show notifications of the system; `unsupported` where there are none to ask for. */
export type NotificationAnswer = NotificationPermission | 'unsupported';

/** What the person has answered so far. Asks nothing. */
export function notificationAnswer(): NotificationAnswer {
  // Outside a secure context the question would be refused unasked.
  return isSecureContext && typeof Notification === 'function' ? Notification.permission : 'unsupported';
}

/** Asks the person. Only to be called when a button was pressed that says so: an unasked question is a nuisance. */
export async function askForNotifications(): Promise<NotificationAnswer> {
  if (notificationAnswer() === 'default') await Notification.requestPermission();
  return notificationAnswer();
}

/**
 * Shows a notification of the system until it is told to close it, if the person has allowed that. A click on it brings the
 * page to the front.
 *
 * @param title who calls
 * @param body what the call is about; may be empty
 * @param tag one notification at a time has this name
 * @returns what closes it; to be called as often as one likes
 */
export function notifyOfRing(title: string, body: string, tag: string): () => void {
  const notification = open(title, { body, tag, requireInteraction: true });
  if (!notification) return () => {};
  notification.onclick = () => {
    // From a frame, it is the window around it that lies behind others.
    window.focus();
    notification.close();
  };
  return () => {
    notification.onclick = null;
    notification.close();
  };
}

function open(title: string, options: NotificationOptions): Notification | undefined {
  if (notificationAnswer() !== 'granted') return undefined;
  try {
    return new Notification(title, options);
  } catch {
    // Chrome on Android knows them of service workers only (TypeError), which are the site's own. The ring is heard and seen.
    return undefined;
  }
}
