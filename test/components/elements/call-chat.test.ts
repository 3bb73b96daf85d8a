import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../components/elements/call-chat/call-chat.js';
import type { CallChat } from '../../../components/elements/call-chat/call-chat.js';
import type { CallRoom } from '../../../components/index.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, joined, must, pair, textOf } from '../../support/rooms.js';

/** A chat that belongs to this room. */
async function chatOf(room: CallRoom, id: string): Promise<CallChat> {
  room.id = id;
  return fixture<CallChat>(html`<call-chat for=${id} style="block-size: 320px"></call-chat>`);
}

/** As a person writes, by the keyboard. */
function write(chat: CallChat, words: string): void {
  const field = must<HTMLTextAreaElement>(chat, 'textarea');
  field.value = words;
  field.dispatchEvent(new InputEvent('input'));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}

const read = (chat: CallChat): string[] => [...(chat.shadowRoot?.querySelectorAll('.text') ?? [])].map((one) => textOf(one));

describe('<call-chat>', () => {
  afterEach(fixtureCleanup);

  it('brings what one writes to the others, links that are safe, and tells newcomers all but what is private', async () => {
    const [ada, bob] = await pair();
    const chats = [await chatOf(ada, 'ada'), await chatOf(bob, 'bob')] as const;
    for (const room of [ada, bob]) {
      const { exchange } = await room.call.extras();
      await waitUntil(() => exchange.peers.length === 1, 'nobody listens');
    }
    await auditOf(chats[0]);
    write(chats[0], '  See https://example.com/a?b, or javascript:alert(1) <b>\u2029ok ');
    await waitUntil(() => read(chats[1]).length === 1 && read(chats[0]).length === 1, 'the message did not come');
    const links = [...(chats[1].shadowRoot?.querySelectorAll('a') ?? [])];
    expect(links.map(({ href, rel, target }) => [href, rel, target])).to.eql([
      ['https://example.com/a?b', 'noopener noreferrer nofollow ugc', '_blank'],
    ]);
    expect(must(chats[1], '.text').querySelector('b')).to.equal(null);
    expect(textOf(must(chats[1], '.author'))).to.equal('Ada');
    expect(textOf(must(chats[0], '.author'))).to.equal('You');

    const { chat } = await bob.call.extras();
    chat.send('between us', ada.localParticipant.id);
    await waitUntil(() => read(chats[0]).length === 2, 'the private message did not come');
    await auditOf(chats[0]);

    const cy = await joined(ada.room, '', 'Cy');
    const late = await chatOf(cy, 'cy');
    await waitUntil(() => read(late).length === 1, 'the newcomer was told nothing');
    expect(late.messages[0]).to.include({ name: 'Ada', own: false, retold: true });
    write(late, 'hello');
    await waitUntil(() => read(chats[1]).includes('hello'), 'the newcomer is not heard');
    expect(read(late)).to.have.length(2);
    // With three, one may choose whom to write to.
    await auditOf(late);
  });

  it('keeps a draft, sends no half-composed word, and counts what nobody has seen', async () => {
    const [ada, bob] = await pair();
    const chat = await chatOf(ada, 'ada');
    const field = must<HTMLTextAreaElement>(chat, 'textarea');
    field.value = 'にほ';
    field.dispatchEvent(new InputEvent('input'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true }));
    expect(chat.messages).to.eql([]);
    chat.remove();
    const again = await chatOf(ada, 'ada');
    await waitUntil(() => must<HTMLTextAreaElement>(again, 'textarea').value === 'にほ', 'the draft is lost');

    again.hidden = true;
    const engine = (await ada.call.extras()).chat;
    await waitUntil(() => !engine.isOpen, 'it counts as seen');
    (await bob.call.extras()).chat.send('psst');
    await waitUntil(() => engine.unread === 1, 'nothing is unread');
    again.hidden = false;
    again.scrollIntoView();
    await waitUntil(() => engine.unread === 0, 'it is still unread');
    write(again, '');
  });
});
