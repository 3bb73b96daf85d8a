import { CONFIGURATION, CONSTRAINTS, expose } from './contender.js';

// What a good tutorial teaches: perfect negotiation as in W3C webrtc-pc ("Perfect negotiation example"), trickle ICE,
// and nothing that waits for something else: the camera is asked for while the socket opens. It speaks our protocol
// with our server, and leaves out all that a call needs beyond its first frame.

interface Message {
  type: string;
  from: string;
  id: string;
  peers: { id: string }[];
  peer: { id: string };
  link: string;
  sdp: string;
  candidate: RTCIceCandidateInit;
}

class Peer {
  readonly #pc = new RTCPeerConnection(CONFIGURATION);
  readonly #send: (message: object) => void;
  readonly #polite: boolean;
  #makingOffer = false;
  #ignoreOffer = false;

  constructor(polite: boolean, send: (message: object) => void, show: (stream: MediaStream) => void) {
    this.#polite = polite;
    this.#send = send;
    this.#pc.ontrack = ({ streams: [stream] }) => stream && show(stream);
    this.#pc.onnegotiationneeded = () => void this.#offer();
    this.#pc.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) send({ type: 'candidate', candidate });
    };
  }

  add(stream: MediaStream): void {
    for (const track of stream.getTracks()) this.#pc.addTrack(track, stream);
  }

  async receive({ type, sdp, candidate }: Message): Promise<void> {
    if (type === 'candidate') {
      await this.#pc.addIceCandidate(candidate).catch((error: unknown) => {
        if (!this.#ignoreOffer) throw error;
      });
      return;
    }
    this.#ignoreOffer = type === 'offer' && !this.#polite && (this.#makingOffer || this.#pc.signalingState !== 'stable');
    if (this.#ignoreOffer) return;
    await this.#pc.setRemoteDescription({ type: type as RTCSdpType, sdp });
    if (type !== 'offer') return;
    await this.#pc.setLocalDescription();
    this.#describe();
  }

  async #offer(): Promise<void> {
    try {
      this.#makingOffer = true;
      await this.#pc.setLocalDescription();
      this.#describe();
    } finally {
      this.#makingOffer = false;
    }
  }

  #describe(): void {
    const { localDescription } = this.#pc;
    if (localDescription) this.#send({ type: localDescription.type, sdp: localDescription.sdp });
  }
}

expose({
  async enter({ port, room }, show) {
    const socket = new WebSocket(`ws://localhost:${port}/signal?room=${room}`);
    const peers = new Map<string, Peer>();
    let self = '';
    const own: { stream?: MediaStream } = {};

    const meet = (id: string): Peer => {
      const send = (message: object): void => socket.send(JSON.stringify({ ...message, from: self, to: id, link: 'link' }));
      const peer = new Peer(self < id, send, show);
      peers.set(id, peer);
      if (own.stream) peer.add(own.stream);
      return peer;
    };

    const welcomed = new Promise<void>((resolve) => {
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data as string) as Message;
        if (message.type === 'welcome') {
          self = message.id;
          resolve();
        } else if (message.type === 'joined') {
          meet(message.peer.id);
        } else if (['offer', 'answer', 'candidate'].includes(message.type)) {
          void (peers.get(message.from) ?? meet(message.from)).receive(message);
        }
      };
    });
    own.stream = await navigator.mediaDevices.getUserMedia(CONSTRAINTS);
    for (const peer of peers.values()) peer.add(own.stream);
    await welcomed;
  },
});
