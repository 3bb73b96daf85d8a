/** The objects of a class of the browser's that the page makes from now on; `restore` ends the watch. */
export function watchNew<Made extends object>(
  name: 'AudioContext' | 'Audio' | 'WebSocket' | 'RTCPeerConnection',
): {
  readonly made: readonly Made[];
  restore(): void;
} {
  const made: Made[] = [];
  const original = window[name];
  // Each object is the browser's own; it is only written down.
  const recording = new Proxy(original as unknown as new () => Made, {
    construct(target, args, newTarget) {
      const object = Reflect.construct(target, args, newTarget) as Made;
      made.push(object);
      return object;
    },
  });
  Reflect.set(window, name, recording);
  return { made, restore: () => void Reflect.set(window, name, original) };
}
