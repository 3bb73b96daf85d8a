import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CallControls } from '../../../../../components/elements/call-controls/call-controls.js';
import { InCall } from '../../../../../components/features/in-call/in-call.js';
import type { CallRoom } from '../../../../../components/index.js';
import { waitUntil } from '../../../../support/patience.js';
import { auditOf, deep, focused, joined, must, textOf } from '../../../../support/rooms.js';

const press = async (key: string): Promise<void> => sendKeys({ press: key });
const labelOf = (element: Element | null | undefined): string => element?.getAttribute('aria-label') ?? '';
const buttonOf = (room: CallRoom, name: string): HTMLButtonElement => must<HTMLButtonElement>(room, `[part~="${name}-button"]`);

/** A room whose further controls have come. */
async function equipped(): Promise<CallRoom> {
  const room = await joined();
  await waitUntil(() => deep(room, '[part~="more-button"]'), 'no further controls');
  return room;
}

async function openMenu(room: CallRoom): Promise<HTMLElement> {
  buttonOf(room, 'more').click();
  await waitUntil(() => focused()?.getAttribute('role')?.startsWith('menuitem'), 'the focus is not in the menu');
  return must(room, '[role=menu]');
}

describe('the control bar of a call that stands', function () {
  this.timeout(40_000);

  it('shares a screen in the very click, and is named', async () => {
    const room = await equipped();
    let asked: boolean | undefined;
    room.toggleScreenShare = () => {
      asked = navigator.userActivation.isActive || true;
      return Promise.resolve();
    };
    const button = buttonOf(room, 'screen');
    expect(labelOf(button)).to.equal('Share your screen');
    expect(button.getAttribute('aria-pressed')).to.equal('false');
    button.click();
    // In the same task: later, a browser would refuse.
    expect(asked).to.equal(true);
    await auditOf(room);
  });

  it('has a menu that is used by keys, and gives the focus back', async () => {
    const room = await equipped();
    const menu = await openMenu(room);
    await auditOf(room);
    const items = [...menu.querySelectorAll('[role^=menuitem]')];
    expect(focused()).to.equal(items[0]);
    await press('ArrowUp');
    expect(focused()).to.equal(items.at(-1));
    await press('ArrowDown');
    expect(focused()).to.equal(items[0]);
    await press('Escape');
    await waitUntil(() => !deep(room, '[role=menu]'), 'the menu stays');
    expect(focused()).to.equal(buttonOf(room, 'more'));
    expect(buttonOf(room, 'more').getAttribute('aria-expanded')).to.equal('false');
  });

  it('closes the menu when somebody presses elsewhere', async () => {
    const room = await equipped();
    await openMenu(room);
    must(room, '.grid').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await waitUntil(() => !deep(room, '[role=menu]'), 'the menu stays');
  });

  it('chooses a layout in the menu', async () => {
    const room = await equipped();
    const menu = await openMenu(room);
    const [grid, spotlight] = menu.querySelectorAll<HTMLElement>('[role=menuitemradio]');
    expect(grid?.getAttribute('aria-checked')).to.equal('true');
    spotlight?.click();
    await room.updateComplete;
    expect(room.layout).to.equal('spotlight');
    const again = await openMenu(room);
    expect(labelOf(again.querySelector('[aria-checked=true]'))).to.equal('Who speaks is large');
  });

  it('stays in one line in a narrow room: what has no place goes into the menu', async () => {
    const room = await equipped();
    const tops = (): Set<number> =>
      new Set(
        [...must(room, '[part=controlbar]').querySelectorAll(':scope > button')].map((button) => {
          const { top, height } = button.getBoundingClientRect();
          return Math.round(top + height / 2);
        }),
      );
    const inside = (): boolean => {
      const edges = must(room, '[part=stage]').getBoundingClientRect();
      return [...must(room, '[part=controlbar]').querySelectorAll(':scope > button')].every((button) => {
        const { left, right } = button.getBoundingClientRect();
        return left >= edges.left && right <= edges.right;
      });
    };
    for (const width of [320, 260]) {
      room.style.inlineSize = `${width}px`;
      await waitUntil(inside, `buttons stand outside a room of ${width}px`);
      expect(tops().size).to.equal(1);
      expect(deep(room, '[part~="leave-button"]')).not.to.equal(undefined);
    }
    room.style.inlineSize = '220px';
    await waitUntil(() => !deep(room, '[part~="screen-button"]'), 'the button of screens stays');
    const menu = await openMenu(room);
    expect([...menu.querySelectorAll('[role^=menuitem]')].map(labelOf)).to.include('Share your screen');
  });

  it('has its place in a bar that a page lays out in its own way', async () => {
    const room = await equipped();
    room.id = 'laid-out';
    for (const layout of ['display: flex; justify-content: center', 'display: grid; place-items: center']) {
      const bar = await fixture<CallControls>(
        html`<call-controls for="laid-out" style="${layout}; inline-size: 760px"></call-controls>`,
      );
      await waitUntil(() => bar.shadowRoot?.querySelector('#reactions-button'), `with ${layout}, the menu takes all`);
    }
  });

  it('shows those controls that are named', async () => {
    const room = await equipped();
    room.controls = 'microphone screen leave';
    await waitUntil(() => !deep(room, '[part~="more-button"]'), 'the menu stays');
    expect(deep(room, '[part~="screen-button"]')).not.to.equal(undefined);
    expect(deep(room, '[part~="camera-button"]')).to.equal(undefined);
  });
});

describe('the panels of a call', function () {
  this.timeout(40_000);

  /** A panel of the people's own making, which somebody writes in. */
  class CallChat extends HTMLElement {
    override focus(): void {
      this.querySelector('textarea')?.focus();
    }
  }

  /** A room whose further controls open panels of this test. */
  async function withPanels(): Promise<[CallRoom, InCall]> {
    const room = await joined();
    const made = document.createElement('test-panel');
    made.innerHTML = '<textarea aria-label="Message"></textarea>';
    const inCall = new InCall(room, { chat: () => Promise.resolve(made) });
    Object.defineProperty(room, 'inCall', { configurable: true, get: () => inCall });
    room.requestUpdate();
    await waitUntil(() => deep(room, '[part~="chat-button"]'), 'no button for the chat');
    return [room, inCall];
  }

  before(() => {
    if (!customElements.get('test-panel')) customElements.define('test-panel', CallChat);
  });

  it('takes the focus, keeps what is written, and gives the focus back', async () => {
    const [room] = await withPanels();
    buttonOf(room, 'chat').focus();
    await press('Enter');
    await waitUntil(() => focused()?.localName === 'textarea', 'the focus is not in the panel');
    expect(buttonOf(room, 'chat').getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(must(room, '[part=panel-title]'))).to.equal('Chat');
    await auditOf(room);
    await sendKeys({ type: 'mv?' });
    await press('Escape');
    await waitUntil(() => !deep(room, 'room-panel:not([hidden])'), 'the panel stays');
    await waitUntil(() => labelOf(focused()) === 'Chat', 'the focus is lost');
    await press('Enter');
    await waitUntil(() => focused()?.localName === 'textarea', 'the focus is not in the panel again');
    expect((focused() as HTMLTextAreaElement).value).to.equal('mv?');
    // Nor were those letters taken for shortcuts.
    expect(deep(room, 'dialog')).to.equal(undefined);
  });

  it('lies above the people where there is no place beside them', async () => {
    const [room, inCall] = await withPanels();
    const widths = (): [number, number] => [
      must(room, 'room-panel').getBoundingClientRect().width,
      must(room, '.grid').getBoundingClientRect().width,
    ];
    room.style.inlineSize = '780px';
    inCall.openPanel('chat');
    await waitUntil(() => deep(room, 'room-panel') && widths()[0] < 400 && widths()[1] < 560, 'the panel is not beside the grid');
    room.style.inlineSize = '360px';
    await waitUntil(() => widths()[0] === widths()[1], 'the panel does not lie above the grid');
  });

  it('can be styled by their parts from outside, as all of a room', async () => {
    const room = await equipped();
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    try {
      for (const [panel, parts] of [
        ['chat', ['panel', 'panel-close', 'chat', 'input', 'send-button', 'attach-button']],
        ['people', ['people', 'person', 'person-name']],
        ['settings', ['settings', 'device-select', 'level-meter', 'switch', 'test-button']],
      ] as const) {
        room.inCall?.openPanel(panel);
        for (const part of parts) {
          sheet.replaceSync(`call-room::part(${part}) { scroll-margin-top: 7px }`);
          const isStyled = (): boolean => {
            const element = deep(room, `[part~="${part}"]`);
            return !!element && getComputedStyle(element).scrollMarginTop === '7px';
          };
          await waitUntil(isStyled, `${part} can’t be styled`);
        }
      }
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  it('closes with the call', async () => {
    const [room, inCall] = await withPanels();
    inCall.openPanel('chat');
    await waitUntil(() => deep(room, 'room-panel'), 'no panel');
    room.leave();
    expect(inCall.panel).to.equal(undefined);
  });
});
