import { expect } from '@open-wc/testing';
import { CHECK_STEPS, ConnectionCheck, type CheckStep } from '../../../../components/call/index.js';

const ALONE = { audio: 'none', video: 'none', iceServers: [] };

describe('ConnectionCheck', () => {
  it('needs no element, and tells of each step', async () => {
    const check = new ConnectionCheck({ ...ALONE, signaling: '/signal' });
    const ended: string[] = [];
    check.addEventListener('stepchange', ({ step }) => {
      expect(check.running).to.equal(true);
      expect(check.steps).to.include(step);
      if (step.code) ended.push(step.name);
    });
    const report = await check.start();
    expect(ended).to.deep.equal([...CHECK_STEPS]);
    expect(report.steps).to.equal(check.steps);
    expect(check.report).to.equal(report);
    expect(check.running).to.equal(false);
  });

  it('can be stopped by whoever hears of the first step, and starts anew at once', async () => {
    const check = new ConnectionCheck(ALONE);
    check.addEventListener('stepchange', () => check.stop(), { once: true });
    const error: unknown = await check.start().catch((reason: unknown) => reason);
    expect(error).to.be.an.instanceof(DOMException).with.property('name', 'AbortError');
    expect(check.steps.every(({ code }) => code === 'stopped')).to.equal(true);
    check.stop();
    expect((await check.start()).state).to.equal('passed');
  });

  it('takes a new start for another check, though the stopped one still has to end', async () => {
    const check = new ConnectionCheck(ALONE);
    const stopped = check.start().catch((reason: unknown) => reason);
    check.stop();
    const report = await check.start();
    expect(await stopped).to.be.an.instanceof(DOMException);
    expect(report.steps.map(({ code }: CheckStep) => code)).not.to.include('stopped');
  });

  it('takes over other settings for the next check', async () => {
    const check = new ConnectionCheck(ALONE);
    await check.start();
    check.update({ ...ALONE, iceServers: [{ urls: 'turn:example.com' }] });
    expect((await check.start()).state).to.equal('failed');
  });
});
