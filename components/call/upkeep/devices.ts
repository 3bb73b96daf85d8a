/** The devices of this machine, as far as the page may know them. A page that isn't secure has none. */
export async function devices(): Promise<MediaDeviceInfo[]> {
  // The DOM types take it for granted.
  return (await (navigator.mediaDevices as MediaDevices | undefined)?.enumerateDevices()) ?? [];
}
