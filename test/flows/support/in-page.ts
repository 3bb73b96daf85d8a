import type { CallRoom } from '../../../components/elements/call-room/call-room.js';
import type { CallTile } from '../../../components/elements/call-tile/call-tile.js';

/** What a person can see of one tile. */
export interface TileView {
  /** The name on its tag. */
  name: string;
  /** What a screen reader says of it: "Ada, muted, camera off". */
  says: string;
  /** True for the person's own tile. */
  own: boolean;
  /** True while something is to be seen in it, and not just black. */
  picture: boolean;
}

/** What has come from one participant so far. */
export interface FromParticipant {
  id: string;
  name: string;
  /** True while they can be heard, as they say. */
  audio: boolean;
  /** True while their camera sends, as they say. */
  video: boolean;
  framesDecoded: number;
  audioEnergy: number;
  /** Of the last picture that came, in pixels; 0 before the first. */
  frameWidth: number;
  /** Of all video so far. */
  videoBytes: number;
}

/** What a call has told. */
export interface ToldEvent {
  type: string;
  /** Of `call-state-change`. */
  state?: string;
  /** Of `call-error`. */
  code?: string;
  /** Of `call-error`. */
  message?: string;
  /** Of `call-left`, `call-ended` and `call-missed`. */
  reason?: string;
  /** How many others there were then. */
  others: number;
}

/** A message that a page has sent through signaling. */
export interface SaidMessage {
  type: string;
  /** The id of whom it is for; absent when it is for everybody or for the server. */
  to?: string;
  /** Of `offer`, `answer` and `candidate`. */
  link?: string;
}

/** What tests have in each page, as `window.__flow`. */
export interface Flow {
  /** Every track that the page got from a device, in order. */
  tracks: MediaStreamTrack[];
  /** Every WebSocket that the page has made, in order. */
  sockets: WebSocket[];
  /** Everything that the page has sent over them. */
  said: SaidMessage[];
  /** Every event of every call. */
  events: ToldEvent[];
  /** All tiles of the page, in whatever shadow root. */
  tiles(): TileView[];
  /** Sums by participant of the first call, or the one that the selector names. */
  received(selector?: string): Promise<FromParticipant[]>;
  /** The peer connections of the page that are connected, by the order in which it made them. */
  connected(): number[];
  /** All text of the page, that in shadow roots as well. */
  text(): string;
  /** The first element that matches, in whatever shadow root, the outer ones first. */
  find(selector: string): Element | undefined;
  /** The element that has the focus, in whatever shadow root; undefined when nothing has. */
  focused(): Element | undefined;
}

declare global {
  interface Window {
    /** Only tests have this. */
    __flow: Flow;
  }
}

/** Source that runs in a page before its scripts. Everything of the browser stays its own. */
export const IN_PAGE = `(${install.toString()})();`;

/** Runs in the page, where nothing of this file exists: all it needs stands inside. */
function install(): void {
  const tracks: MediaStreamTrack[] = [];
  const sockets: WebSocket[] = [];
  const said: SaidMessage[] = [];
  const events: ToldEvent[] = [];

  // Insecure pages have no devices.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices) {
    const getUserMedia = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints): Promise<MediaStream> => {
      const stream = await getUserMedia(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  }

  window.WebSocket = new Proxy(window.WebSocket, {
    construct(target, args: [string]): WebSocket {
      const socket = new target(...args);
      sockets.push(socket);
      const send = socket.send.bind(socket);
      socket.send = (data): void => {
        const { type, to, link } = JSON.parse(data as string) as SaidMessage;
        said.push({ type, ...(to && { to }), ...(link && { link }) });
        send(data);
      };
      return socket;
    },
  });

  const types = [
    ...['state-change', 'joined', 'left', 'participant-joined', 'participant-left', 'media-change', 'error'],
    ...['incoming', 'ringing', 'accepted', 'ended', 'missed'],
  ];
  for (const type of types) {
    addEventListener(`call-${type}`, (event) => {
      const { state, code, message, reason } = event as Event & Omit<ToldEvent, 'type' | 'others'>;
      const others = (event.target as Partial<CallRoom>).participants?.length ?? 0;
      events.push(JSON.parse(JSON.stringify({ type: event.type, state, code, message, reason, others })) as ToldEvent);
    });
  }

  function everything(): Element[] {
    const found: Element[] = [];
    const roots: ParentNode[] = [document];
    for (const root of roots) {
      for (const element of root.querySelectorAll('*')) {
        found.push(element);
        if (element.shadowRoot) roots.push(element.shadowRoot);
      }
    }
    return found;
  }

  const find = (selector: string): Element | undefined => everything().find((element) => element.matches(selector));

  function showsPicture(video: HTMLVideoElement | null | undefined): boolean {
    if (!video?.videoWidth || video.hidden) return false;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [32, 8];
    const context = canvas.getContext('2d');
    if (!context) return false;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value, index) => index % 4 < 3 && value > 48);
  }

  function viewOf(tile: CallTile): TileView {
    const inside = tile.shadowRoot;
    return {
      name: inside?.querySelector('[part~=label]')?.textContent ?? '',
      says: inside?.querySelector('[role=img]')?.getAttribute('aria-label') ?? '',
      own: tile.participant?.local ?? false,
      picture: showsPicture(inside?.querySelector('video')),
    };
  }

  async function received(selector = 'call-room'): Promise<FromParticipant[]> {
    const room = find(selector) as CallRoom | undefined;
    return Promise.all(
      (room?.participants ?? []).map(async ({ id, displayName, audio, video, stream }) => {
        const sum = { id, name: displayName, audio, video, framesDecoded: 0, audioEnergy: 0, frameWidth: 0, videoBytes: 0 };
        const wanted = stream.getTracks();
        for (const connection of window.__peerConnections) {
          for (const receiver of connection.getReceivers()) {
            if (!wanted.includes(receiver.track)) continue;
            const report = (await receiver.getStats()) as ReadonlyMap<string, RTCInboundRtpStreamStats>;
            for (const stats of report.values()) {
              if (stats.type !== 'inbound-rtp') continue;
              sum.framesDecoded += stats.framesDecoded ?? 0;
              sum.audioEnergy += stats.totalAudioEnergy ?? 0;
              if (stats.kind !== 'video') continue;
              sum.frameWidth = stats.frameWidth ?? 0;
              sum.videoBytes += stats.bytesReceived ?? 0;
            }
          }
        }
        return sum;
      }),
    );
  }

  window.__flow = {
    tracks,
    sockets,
    said,
    events,
    tiles: () =>
      everything()
        .filter((element): element is CallTile => element.localName === 'call-tile')
        .map(viewOf),
    received,
    connected: () =>
      window.__peerConnections.flatMap(({ connectionState }, index) => (connectionState === 'connected' ? [index] : [])),
    text: () =>
      [document.body, ...everything().flatMap(({ shadowRoot }) => shadowRoot ?? [])]
        .flatMap((root) => [...root.querySelectorAll(':not(script, style)')])
        .flatMap(({ childNodes }) => [...childNodes])
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? '')
        .join(' ')
        .replace(/\s+/g, ' '),
    find,
    focused() {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused && focused !== document.body ? focused : undefined;
    },
  };
}
