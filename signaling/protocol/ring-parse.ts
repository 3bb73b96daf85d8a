import { HOST_ACTS, type ServerBoundMessage } from './host-messages.js';
import { BOUNDS } from './messages.js';
import { FROM_SERVER, receiverOf, RELAYED, relayed, sdp } from './parse.js';
import {
  DECLINE_REASONS,
  END_REASONS,
  PHONE_STATUSES,
  REFUSED_REASONS,
  RING_BOUNDS,
  type PhoneLineMessage,
} from './ring-messages.js';
import { boolean, id, oneOf, text, type Sketch } from './shape.js';

const aboutCall: Sketch = { ...relayed, call: id };
const toCaller: Sketch = { ...aboutCall, to: id };
const person: Sketch = { name: text(BOUNDS.name), 'trusted?': boolean, video: boolean };

const RINGING: Sketch = {
  available: { ...relayed, status: oneOf(PHONE_STATUSES) },
  invite: {
    ...aboutCall,
    ...person,
    'user?': text(RING_BOUNDS.user, 1),
    audio: boolean,
    'subject?': text(RING_BOUNDS.subject),
    'offer?': { link: id, sdp },
  },
  ringing: { ...toCaller, 'link?': id },
  accept: { ...toCaller, ...person, 'link?': id },
  decline: { ...toCaller, reason: oneOf(DECLINE_REASONS), 'text?': text(RING_BOUNDS.text), final: boolean },
  accepted: { ...aboutCall, by: id },
  end: { ...aboutCall, reason: oneOf(END_REASONS) },
};

/** A caller or a phone, on the signaling socket of a phone room. */
export const PHONE_LINE = /* @__PURE__ */ receiverOf<PhoneLineMessage>(RELAYED, FROM_SERVER, RINGING, {
  refused: { call: id, reason: oneOf(REFUSED_REASONS) },
});

/** Our server: refuses what only servers say. */
export const SERVER = /* @__PURE__ */ receiverOf<ServerBoundMessage>(RELAYED, RINGING, {
  ping: {},
  attend: relayed,
  moderate: { ...relayed, act: oneOf(HOST_ACTS) },
});
