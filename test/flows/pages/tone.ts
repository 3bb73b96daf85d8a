import { Tone } from '../../../components/features/ringing/sounds/tone.js';

// Begins by itself: whatever a test does in a page counts as a touch of it.
const tone = new Tone('ring', new URLSearchParams(location.search).get('source') ?? undefined);
Object.assign(window, { tone });
// eslint-disable-next-line no-console -- for the test, which listens there
void tone.start().then((isHeard) => console.info(isHeard ? 'It is heard.' : 'It is held back.'));
