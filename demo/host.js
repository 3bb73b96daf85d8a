import { configure } from './page.js';

configure(document.querySelector('call-room'));
