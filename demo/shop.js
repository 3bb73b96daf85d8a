import { takeFromAddress } from './page.js';

/** Attributes that the address may set on every button: `?display-name=Ada&ice-servers=[]`. */
const ATTRIBUTES = ['signaling', 'display-name', 'token', 'ice-servers', 'ice-transport-policy', 'ring-timeout', 'no-sound'];

takeFromAddress(document.documentElement, ['dir']);
for (const button of document.querySelectorAll('call-button')) takeFromAddress(button, ATTRIBUTES);
