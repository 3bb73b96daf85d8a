import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../../../components/elements/call-chat/call-chat.js';
import type { CallChat, ChatMessage } from '../../../../components/elements/call-chat/call-chat.js';
import type { CallRoom } from '../../../../components/index.js';
import { MOST_FILE } from '../../../../signaling/protocol/index.js';
import { holdLongWaits } from '../../../support/long-waits.js';
import { waitUntil } from '../../../support/patience.js';
import { auditOf, deep, joined, must, pair, textOf } from '../../../support/rooms.js';

/** So many that nobody can send them between two turns of a page. */
const MANY = 60_000_000;

/** A chat that belongs to this room, once those who are there listen to each other. */
async function chatOf(room: CallRoom, id: string, others = 1): Promise<CallChat> {
  room.id = id;
  const chat = await fixture<CallChat>(html`<call-chat for=${id} style="block-size: 360px; inline-size: 300px"></call-chat>`);
  const { exchange, chat: engine } = await room.call.extras();
  await engine.files();
  await waitUntil(() => exchange.peers.length === others, 'nobody listens');
  return chat;
}

async function chatsOfTwo(): Promise<[CallChat, CallChat]> {
  const [ada, bob] = await pair();
  return [await chatOf(ada, 'ada'), await chatOf(bob, 'bob')];
}

function carrying(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** As a person drags something above the chat, and lets it go. */
function drag(chat: CallChat, type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', dataTransfer: DataTransfer): DragEvent {
  const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer });
  (deep(chat, '.drop') ?? must(chat, 'textarea')).dispatchEvent(event);
  return event;
}

/** As a person chooses files by the paperclip. */
function choose(chat: CallChat, ...files: File[]): void {
  const field = must<HTMLInputElement>(chat, 'input[type=file]');
  field.files = carrying(...files).files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Waits for something in a chat. */
async function shown<Found extends HTMLElement = HTMLElement>(chat: CallChat, selector: string): Promise<Found> {
  await waitUntil(() => deep(chat, selector), `there is no ${selector}`, 15_000);
  return must<Found>(chat, selector);
}

async function press(chat: CallChat, part: string): Promise<void> {
  const button = await shown(chat, `[part~=${part}]`);
  button.focus();
  button.click();
}

/** What assistive technology calls an element that is labelled by others. */
function nameOf(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ');
  const root = element.getRootNode() as ShadowRoot;
  return ids.map((id) => textOf(root.getElementById(id))).join(' ');
}

/** A button of one message. */
const buttonOf = (chat: CallChat, message: string, part: string): HTMLElement | undefined =>
  deep(chat, `[data-message="${message}"] [part~=${part}]`);

describe('files in <call-chat>', function () {
  this.timeout(60_000);
  afterEach(fixtureCleanup);

  it('are dropped here, accepted there, and saved byte for byte under a name that is safe', async () => {
    const [ada, bob] = await chatsOfTwo();
    const bytes = crypto.getRandomValues(new Uint8Array(50_000));
    const dragged = carrying(new File([bytes], 'Plan\u202Efdp.exe', { type: 'text/html' }));
    expect(drag(ada, 'dragenter', dragged).defaultPrevented).to.equal(true);
    await shown(ada, '.drop');
    expect(textOf(must(ada, '.drop'))).to.equal('Drop files here to send them to everyone');
    await auditOf(ada);
    drag(ada, 'dragleave', dragged);
    await ada.updateComplete;
    expect(deep(ada, '.drop')).to.equal(undefined);
    drag(ada, 'dragover', dragged);
    expect(drag(ada, 'drop', dragged).defaultPrevented).to.equal(true);
    await shown(ada, '[part~=withdraw-button]');
    expect(textOf(must(ada, '.file'))).to.equal('Plan_fdp.exe 50 kB');
    expect(textOf(must(ada, '.ways'))).to.include('Nobody has accepted it yet');
    await auditOf(ada);

    const accept = await shown(bob, '[part~=accept-button]');
    expect(nameOf(accept)).to.equal('Accept Plan_fdp.exe');
    expect(deep(bob, 'img, video, iframe, a[href]')).to.equal(undefined);
    await auditOf(bob);
    await press(bob, 'accept-button');
    const save = await shown<HTMLAnchorElement>(bob, '[part~=save-link]');
    expect([nameOf(save), save.download, save.protocol, save.target]).to.eql(['Save Plan_fdp.exe', 'Plan_fdp.exe', 'blob:', '']);
    // Whoever pressed the button by keyboard goes on from there.
    expect(bob.shadowRoot?.activeElement).to.equal(save);
    const blob = await (await fetch(save.href)).blob();
    expect(blob.type).to.equal('application/octet-stream');
    expect(new Uint8Array(await blob.arrayBuffer())).to.eql(bytes);
    await waitUntil(() => textOf(must(ada, '.ways')).includes('Bob Received'), 'the sender is not told');
    await auditOf(bob);
    await auditOf(ada);
  });

  it('are chosen by the paperclip, for one alone, and are said to have come', async () => {
    const [adaRoom, bobRoom] = await pair();
    const cyRoom = await joined(adaRoom.room, '', 'Cy');
    const [ada, bob] = [await chatOf(adaRoom, 'ada', 2), await chatOf(bobRoom, 'bob', 2)];
    const { chat: cy } = await cyRoom.call.extras();
    const recipient = await shown<HTMLSelectElement>(ada, 'select');
    recipient.value = bobRoom.localParticipant.id;
    recipient.dispatchEvent(new Event('change'));
    choose(ada, new File(['one'], 'one.txt'), new File(['two'], 'two.txt'));
    await waitUntil(() => bob.messages.length === 2, 'not offered');
    expect(bob.messages.map((message) => [message.private, message.file?.name])).to.eql([
      [true, 'one.txt'],
      [true, 'two.txt'],
    ]);
    expect(must<HTMLInputElement>(ada, 'input[type=file]').value).to.equal('');
    await press(bob, 'accept-button');
    await waitUntil(() => textOf(must(bobRoom, '[role=log]')).includes('one.txt has come and can be saved'), 'nothing is said');
    await waitUntil(() => textOf(must(adaRoom, '[role=log]')).includes('Bob has received one.txt'), 'nothing is said');
    expect(cy.messages).to.eql([]);
    await press(ada, 'withdraw-button');
    // The first one has come already, and stays.
    await waitUntil(() => bob.messages[0]?.file?.withdrawn, 'it is still offered');
    expect((await shown<HTMLAnchorElement>(bob, '[part~=save-link]')).href).to.match(/^blob:/);
  });

  it('show how far they are, and stop when either one wants that', async () => {
    const [ada, bob] = await chatsOfTwo();
    choose(ada, new File([new Uint8Array(MANY)], 'film.mp4'));
    await press(bob, 'accept-button');
    const progress = await shown<HTMLProgressElement>(bob, 'progress[value]');
    expect(progress.getAttribute('aria-label')).to.equal('Receiving film.mp4');
    expect(progress.max).to.equal(MANY);
    expect((await shown(ada, 'progress')).getAttribute('aria-label')).to.equal('Sending film.mp4 to Bob');
    await press(bob, 'cancel-button');
    await waitUntil(() => textOf(must(bob, '.ways')) === 'Cancelled Try again', 'not cancelled');
    await waitUntil(() => textOf(must(ada, '.ways')).includes('Bob Cancelled'), 'the sender sends on');
    expect(bob.shadowRoot?.activeElement).to.equal(must(bob, '[part~=accept-button]'));
    await auditOf(bob);
    await auditOf(ada);

    await press(bob, 'accept-button');
    await shown(bob, 'progress');
    await press(ada, 'cancel-button');
    await waitUntil(() => textOf(must(bob, '.ways')) === 'Cancelled Try again', 'not cancelled');
    await press(bob, 'accept-button');
    await shown(bob, 'progress');
    await press(ada, 'withdraw-button');
    await waitUntil(() => textOf(must(bob, '.ways')).includes('No longer available'), 'still available');
    expect(deep(bob, '[part~=save-link], [part~=accept-button]')).to.equal(undefined);
  });

  it('are refused in words when they are too large, or there is no call', async () => {
    const [ada, bob] = await chatsOfTwo();
    choose(ada, new File([new Uint8Array(100_000_001)], 'film.mp4'));
    await waitUntil(() => textOf(must(ada, '.notice')) === 'film.mp4 is too large. A file may have 100 MB at most.', 'not told');
    expect(ada.messages).to.eql([]);
    await auditOf(ada);
    choose(ada, new File(['a'], 'a.txt'));
    await shown(bob, '[part~=accept-button]');
    document.querySelector<CallRoom>('#ada')?.leave();
    await waitUntil(() => textOf(must(bob, '.ways')) === 'No longer available', 'still available');
    choose(ada, new File(['a'], 'a.txt'));
    await waitUntil(() => textOf(must(ada, '.notice')) === 'You can write once you are in the call.', 'not told');
  });

  it('are cleared for others once they have been saved, and can be accepted again', async () => {
    const [adaRoom, bobRoom] = await pair();
    const cyRoom = await joined(adaRoom.room, '', 'Cy');
    const [ada, bob] = [await chatOf(adaRoom, 'ada', 2), await chatOf(bobRoom, 'bob', 2)];
    // Cy sends nothing of what they offer.
    const { exchange } = await cyRoom.call.extras();
    await waitUntil(() => exchange.peers.length === 2, 'nobody listens');
    choose(ada, new File(['hello'], 'plan.txt'));
    await press(bob, 'accept-button');
    const save = await shown<HTMLAnchorElement>(bob, '[part~=save-link]');
    const offer = async (index: number): Promise<string> => {
      const message = { type: 'file-offer', id: `${index}`, name: `${index}.bin`, size: MOST_FILE, mime: '', private: false };
      await exchange.tell(message, bobRoom.localParticipant.id);
      const find = (): ChatMessage | undefined => bob.messages.find(({ file }) => file?.name === `${index}.bin`);
      await waitUntil(find, 'not offered');
      return find()?.id ?? '';
    };
    const files = await (await bobRoom.call.extras()).chat.files();
    for (const index of [1, 2, 3, 4]) files.accept(await offer(index));
    const last = await offer(5);
    await waitUntil(() => buttonOf(bob, last, 'accept-button'), 'it can’t be accepted');
    buttonOf(bob, last, 'accept-button')?.click();
    const words = 'No room for more files. Save those that have come, or cancel some, then try again.';
    await waitUntil(() => textOf(must(bob, '.notice')) === words, 'not told');
    await auditOf(bob);

    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    save.click();
    buttonOf(bob, last, 'accept-button')?.click();
    await waitUntil(() => textOf(must(bob, '.ways')) === 'Saved, and cleared here to make room Accept again', 'not cleared');
    await waitUntil(() => must(bob, '.notice').hidden, 'still refused');
    await auditOf(bob);
    buttonOf(bob, last, 'cancel-button')?.click();
    await press(bob, 'accept-button');
    expect(await (await fetch((await shown<HTMLAnchorElement>(bob, '[part~=save-link]')).href)).text()).to.equal('hello');
  });

  it('are said to be late when their sender never begins', async () => {
    const [adaRoom, bobRoom] = await pair();
    const bob = await chatOf(bobRoom, 'bob');
    const { exchange } = await adaRoom.call.extras();
    await waitUntil(() => exchange.peers.length === 1, 'nobody listens');
    await exchange.tell({ type: 'file-offer', id: 'a', name: 'a.txt', size: 5, mime: '', private: false });
    const accept = await shown(bob, '[part~=accept-button]');
    const waits = holdLongWaits();
    try {
      accept.click();
      await shown(bob, 'progress');
      waits.end();
      await waitUntil(() => textOf(must(bob, '.ways')) === 'It was not sent in time Try again', 'not told');
      await waitUntil(() => textOf(must(bobRoom, '[role=log]')).includes('a.txt did not get through'), 'nothing is said');
      await auditOf(bob);
    } finally {
      waits.restore();
    }
  });
});
