/** How long an `AudioContext` may take to begin, in ms. */
const PATIENCE_MS = 3000;

/** True where the browser can play anything: without a sound device, Firefox never runs an `AudioContext`. */
export async function playsSound(): Promise<boolean> {
  const context = new AudioContext();
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([context.resume(), late]);
  const runs = context.state === 'running';
  void context.close();
  return runs;
}
