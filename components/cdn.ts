/**
 * What a page loads from a CDN: elements, and no names besides theirs. Whoever has no bundler listens by the names of events, and has a class
 * from `customElements.get('call-room')`; exports would be 120 bytes of the first frame's.
 */
import './index.js';
