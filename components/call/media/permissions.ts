import { DEVICES, type MediaKind } from './capture.js';

/** Whether the person has allowed it; `undefined` where the browser does not tell. */
export const permissionOf = async (kind: MediaKind): Promise<PermissionState | undefined> =>
  (await permissionStatusOf(kind))?.state;

/** The same, with news of its changes. */
export async function permissionStatusOf(kind: MediaKind): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: DEVICES[kind] });
  } catch {
    // Firefox before 131 and some others know no such permission name; then the refusal stands for both.
    return undefined;
  }
}
