import { enableCopying, takeFromAddress } from './page.js';

/** Attributes that the address may set: `?auto-start&ice-servers=[]`. */
const ATTRIBUTES = ['signaling', 'room', 'token', 'audio', 'video', 'ice-servers', 'auto-start', 'dir'];

const check = document.querySelector('call-check');
takeFromAddress(check, ATTRIBUTES);

const { host, protocol } = location;
const signaling = new URL(check.getAttribute('signaling'), `${protocol.replace('http', 'ws')}//${host}`);
document.getElementById('tag').textContent = [
  '<script type="module" src="https://cdn.jsdelivr.net/npm/call-room/dist/cdn/call-check.js"></script>',
  `<call-check signaling="${signaling}"></call-check>`,
].join('\n');
enableCopying();
