import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { SaidController } from '../../../components/controllers/said-controller.js';

/** An element, as far as a controller sees it. */
class Host implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  updates = 0;
  addController(_controller: ReactiveController): void {}
  removeController(_controller: ReactiveController): void {}
  requestUpdate(): void {
    this.updates++;
  }
}

const textsOf = ({ lines }: SaidController): string[] => lines.map(({ text }) => text);

it('says the same words twice as two lines', () => {
  const said = new SaidController(new Host());
  said.say('Calling…');
  said.say('Calling…');
  assert.deepEqual(textsOf(said), ['Calling…', 'Calling…']);
  assert.notEqual(said.lines[0]?.id, said.lines[1]?.id);
  said.hostDisconnected();
  assert.deepEqual(said.lines, []);
});

it('keeps the last few lines, each as it was, however fast they follow each other', () => {
  const said = new SaidController(new Host());
  for (let count = 0; count < 100; count++) said.say(String(count));
  const before = said.lines;
  assert.deepEqual(textsOf(said), ['96', '97', '98', '99']);
  said.say('100');
  assert.deepEqual(said.lines.slice(0, 3), before.slice(1));
  said.hostDisconnected();
});

it('falls silent some time after the last line', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const host = new Host();
  const said = new SaidController(host);
  said.say('one');
  mock.timers.tick(4000);
  said.say('two');
  mock.timers.tick(4000);
  assert.deepEqual(textsOf(said), ['one', 'two']);
  mock.timers.tick(1000);
  assert.deepEqual(said.lines, []);
  assert.equal(host.updates, 3);
  mock.timers.reset();
});
