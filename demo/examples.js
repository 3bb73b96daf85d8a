/** What the page of each element shows of it, as one would write it. An element without an entry is shown by its bare tag. */

const room = '<call-room id="call" signaling="/signal" room="elements"></call-room>';
/** Something that belongs to a call and stands beside it. */
const beside = (tag) => `${room}\n<${tag} for="call"></${tag}>`;

export const EXAMPLES = {
  'call-room': room,
  'local-video': '<local-video></local-video>',
  'remote-video': beside('remote-video'),
  'call-controls': beside('call-controls'),
  'call-chat': beside('call-chat'),
  'call-people': beside('call-people'),
  'call-settings': beside('call-settings'),
  'call-check': '<call-check signaling="/signal"></call-check>',
  'call-button': '<call-button signaling="/signal" to="support" subject="From the example">Call us</call-button>',
  'call-phone': '<call-phone signaling="/signal" user="support" display-name="Grace"></call-phone>',
};
