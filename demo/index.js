import { configure, enableCopying, invitation } from './page.js';

const room = document.querySelector('call-room');
configure(room);

const { host, protocol } = location;
const signaling = new URL(room.getAttribute('signaling'), `${protocol.replace('http', 'ws')}//${host}`);
document.getElementById('link').value = invitation();
document.getElementById('tag').textContent = [
  '<script type="module" src="https://cdn.jsdelivr.net/npm/call-room"></script>',
  `<call-room signaling="${signaling}" room="${room.getAttribute('room').replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></call-room>`,
].join('\n');
enableCopying();
document.title = `${room.getAttribute('room')} · call-room`;
