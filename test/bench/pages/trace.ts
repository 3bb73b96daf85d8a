// Runs before a page's own scripts, only when asked for, and notes when what happened: `npm run bench -- --trace`.

/** When something happened, in ms since 1970, and what. */
export type Mark = [at: number, what: string];

declare global {
  interface Window {
    marks: Mark[];
  }
}

window.marks = [];
const mark = (what: string): void => void window.marks.push([performance.timeOrigin + performance.now(), what]);

/** Notes beginning and end of a method that returns a promise. */
function follow<Target extends object>(target: Target, name: keyof Target & string): void {
  const original = target[name] as (...values: unknown[]) => Promise<unknown>;
  const traced = function (this: unknown, ...values: unknown[]): Promise<unknown> {
    mark(`${name} …`);
    const result = original.apply(this, values);
    const done = (): void => mark(`… ${name}`);
    result.then(done, done);
    return result;
  };
  Object.defineProperty(target, name, { value: traced });
}

for (const name of ['setLocalDescription', 'setRemoteDescription', 'addIceCandidate', 'createOffer', 'createAnswer'] as const) {
  follow(RTCPeerConnection.prototype, name);
}
follow(MediaDevices.prototype, 'getUserMedia');
follow(RTCRtpSender.prototype, 'replaceTrack');

window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
  construct(...call) {
    mark('new RTCPeerConnection …');
    const pc = Reflect.construct(...call) as RTCPeerConnection;
    mark('… new RTCPeerConnection');
    pc.addEventListener('iceconnectionstatechange', () => mark(`ice ${pc.iceConnectionState}`));
    pc.addEventListener('connectionstatechange', () => mark(`connection ${pc.connectionState}`));
    pc.addEventListener('track', ({ track }) => {
      mark(`track ${track.kind}`);
      track.addEventListener('unmute', () => mark(`unmute ${track.kind}`));
    });
    return pc;
  },
});

const typeOf = (data: unknown): string => (typeof data === 'string' ? (/"type":"([\w-]+)"/.exec(data)?.[1] ?? '?') : 'binary');
const send = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'send')?.value as (data: unknown) => void;
WebSocket.prototype.send = function (data) {
  mark(`→ ${typeOf(data)}`);
  send.call(this, data);
};
window.WebSocket = new Proxy(window.WebSocket, {
  construct(...call) {
    mark('new WebSocket');
    const socket = Reflect.construct(...call) as WebSocket;
    socket.addEventListener('open', () => mark('socket open'));
    socket.addEventListener('message', ({ data }) => mark(`← ${typeOf(data)}`));
    return socket;
  },
});
