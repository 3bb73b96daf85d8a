import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Participant } from '../../../components/call/participant.js';
import { nameOrYou } from '../../../components/features/in-call/name-or-you.js';
import { nameAndYou, nameOf } from '../../../components/i18n/names.js';
import { translate } from '../../../components/i18n/translate.js';

it('calls people by the name that they gave, and finds another way for those without', () => {
  const called = (displayName: string, local: boolean): string[] => {
    const participant = { displayName, local } as Participant;
    return [nameOf(displayName, translate), nameOrYou(participant, translate), nameAndYou(participant, translate)];
  };
  assert.deepEqual(called(' Ada ', false), ['Ada', 'Ada', 'Ada']);
  assert.deepEqual(called('Ada', true), ['Ada', 'You', 'Ada (you)']);
  assert.deepEqual(called('  ', false), ['Guest', 'Guest', 'Guest']);
  assert.deepEqual(called('  ', true), ['Guest', 'You', 'You']);
  assert.equal(nameOf(undefined, translate), 'Guest');
});
