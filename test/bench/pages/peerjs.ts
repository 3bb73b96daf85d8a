import { Peer, type MediaConnection } from 'peerjs';
import { CONFIGURATION, CONSTRAINTS, expose } from './contender.js';

// As its documentation shows, with what is good for its time: the ids are known, so that none is asked for over HTTP, and
// the camera is opened while the socket is.
expose({
  async enter({ port, room, self }, show) {
    const peer = new Peer(`${room}-${self}`, { host: 'localhost', port, path: '/', secure: false, config: CONFIGURATION });
    const isOpen = new Promise((resolve) => peer.on('open', resolve));
    const camera = navigator.mediaDevices.getUserMedia(CONSTRAINTS);
    const follow = (call: MediaConnection): void => void call.on('stream', show);
    peer.on('call', (call) => {
      void camera.then((stream) => {
        follow(call);
        call.answer(stream);
      });
    });
    const [stream] = await Promise.all([camera, isOpen]);
    if (self === 'joiner') follow(peer.call(`${room}-present`, stream));
  },
});
