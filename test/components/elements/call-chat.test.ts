import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../components/elements/call-chat/call-chat.js';
import type { CallChat } from '../../../components/elements/call-chat/call-chat.js';
import type { CallRoom } from '../../../components/index.js';
import { dropConnections, uniqueName } from '../../support/endpoints.js';
import { waitUntil } from '../../support/patience.js';
import { auditOf, deep, joined, must, pair, textOf } from '../../support/rooms.js';

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
    // An audit looks at no placeholder.
    const field = must(chats[0], 'textarea');
    expect(getComputedStyle(field, '::placeholder').color).to.equal(getComputedStyle(field).borderTopColor);
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

  it('can be used where there is hardly any place: on a phone with its keyboard open, or magnified four times', async () => {
    const chat = await chatOf(await joined(), 'ada');
    chat.style.cssText = 'block-size: 80px; min-block-size: 0';
    chat.focus();
    const isWithin = ({ top, bottom }: DOMRect, frame: DOMRect): boolean => top >= frame.top - 1 && bottom <= frame.bottom + 1;
    await waitUntil(
      () => isWithin(must(chat, 'textarea').getBoundingClientRect(), chat.getBoundingClientRect()),
      'what one writes is cut off',
    );
    must(chat, '.messages').focus();
    await waitUntil(() => chat.scrollTop === 0, 'the messages can’t be reached');
    expect(must(chat, '.messages').clientHeight).to.be.above(40);
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

  it('keeps a draft over a closed panel, a broken connection, and leaving and coming back, but not into another room', async function () {
    this.timeout(60_000);
    const [ada] = await pair();
    const name = ada.room;
    const fieldOf = async (): Promise<HTMLTextAreaElement> => {
      const open = (): unknown => {
        ada.inCall?.openPanel('chat');
        return deep(ada, 'room-panel:not([hidden]) > call-chat');
      };
      await waitUntil(open, 'the chat does not open', 10_000);
      const chat = must(ada, 'room-panel > call-chat');
      await waitUntil(() => deep(chat, 'textarea'), 'there is nothing to write in');
      return must<HTMLTextAreaElement>(chat, 'textarea');
    };
    const field = await fieldOf();
    field.value = 'half a thought';
    field.dispatchEvent(new InputEvent('input'));

    ada.inCall?.openPanel(undefined);
    await waitUntil(() => !deep(ada, 'room-panel:not([hidden])'), 'the panel stays');
    expect((await fieldOf()).value).to.equal('half a thought');

    const states: string[] = [];
    ada.addEventListener('call-state-change', ({ state }) => states.push(state));
    await dropConnections('signal');
    await waitUntil(() => states.includes('reconnecting') && ada.state === 'joined', 'it does not come back', 15_000);
    expect((await fieldOf()).value).to.equal('half a thought');

    ada.leave();
    await ada.join();
    expect((await fieldOf()).value).to.equal('half a thought');

    ada.room = uniqueName();
    await waitUntil(() => states.filter((state) => state === 'joined').length === 3, 'not in the other room', 15_000);
    expect((await fieldOf()).value).to.equal('');
    ada.room = name;
    await waitUntil(() => states.filter((state) => state === 'joined').length === 4, 'not back in the room', 15_000);
    expect((await fieldOf()).value).to.equal('half a thought');
    (await fieldOf()).value = '';
    (await fieldOf()).dispatchEvent(new InputEvent('input'));
  });

  it('sends nothing to all that was meant for one who has left', async () => {
    const [ada, bob] = await pair();
    const cy = await joined(ada.room, '', 'Cy');
    const chat = await chatOf(ada, 'ada');
    const { exchange } = await ada.call.extras();
    await waitUntil(() => exchange.peers.length === 2 && deep(chat, 'select'), 'nobody can be chosen');
    const select = must<HTMLSelectElement>(chat, 'select');
    select.value = bob.localParticipant.id;
    select.dispatchEvent(new Event('change'));
    const field = must<HTMLTextAreaElement>(chat, 'textarea');
    field.value = 'between us';
    field.dispatchEvent(new InputEvent('input'));
    bob.leave();
    await waitUntil(() => ada.participants.length === 1, 'still there');
    await chat.updateComplete;
    expect(textOf(must<HTMLSelectElement>(chat, 'select').selectedOptions[0])).to.equal('Bob');
    write(chat, 'between us');
    await waitUntil(() => textOf(must(chat, '.notice')).includes('can’t be reached'), 'not told');
    expect((await cy.call.extras()).chat.messages).to.eql([]);
    write(chat, '');
  });

  for (const [lang, time, size, label] of [
    ['en-US', /^\d{1,2}:\d{2}\s[AP]M$/, '1.5 kB', 'Send files'],
    ['en-GB', /^\d{1,2}:\d{2}$/, '1.5 kB', 'Send files'],
    ['de-AT', /^\d{1,2}:\d{2}$/, '1,5 kB', 'Dateien senden'],
    ['ja', /^\d{1,2}:\d{2}$/, '1.5 KB', 'ファイルを送信'],
    ['nl', /^\d{1,2}:\d{2}\s[AP]M$/, '1.5 kB', 'Send files'],
    ['not a language', /^\d{1,2}:\d{2}\s[AP]M$/, '1.5 kB', 'Send files'],
  ] as const) {
    it(`writes words, times and numbers as a page in “${lang}” does, whatever the browser speaks`, async () => {
      const ada = await joined();
      ada.lang = lang;
      const chat = await chatOf(ada, 'ada');
      const labelOf = (): string | null | undefined => deep(chat, 'input[type=file]')?.getAttribute('aria-label');
      await waitUntil(() => labelOf() === label, 'it speaks another language');
      const files = await (await ada.call.extras()).chat.files();
      files.offer(new File([new Uint8Array(1500)], 'a.bin'));
      await waitUntil(() => deep(chat, 'time'), 'not shown');
      expect(textOf(must(chat, 'time'))).to.match(time);
      expect(textOf(must(chat, '.file-size'))).to.equal(size);
      await auditOf(chat);
    });
  }
});
