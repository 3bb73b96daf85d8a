/**
 * True where the platform itself can blur what is behind a person, and lets a page say whether (W3C mediacapture-extensions):
 * both states are offered.
 */
export function canBlur(camera: MediaStreamTrack | null): boolean {
  // Not in Firefox before 132.
  const capabilities = camera && 'getCapabilities' in camera ? camera.getCapabilities() : {};
  return (capabilities.backgroundBlur?.length ?? 0) > 1;
}
