import { expect } from '@open-wc/testing';
import { flashTitle } from '../../../../../components/features/ringing/alert/title-flash.js';
import { waitUntil } from '../../../../support/patience.js';

describe('a flashing title', () => {
  const original = document.title;
  afterEach(() => {
    document.title = original;
  });

  it('shows the text in turn with the page’s own title, which comes back at the end', async () => {
    document.title = 'Orders';
    const stop = flashTitle('Ada is calling');
    expect(document.title).to.equal('Ada is calling');
    await waitUntil(() => document.title === 'Orders', 'the own title is never seen');
    await waitUntil(() => document.title === 'Ada is calling', 'the text does not come again');
    stop();
    expect(document.title).to.equal('Orders');
    stop();
    expect(document.title).to.equal('Orders');
  });

  it('gives back the title that the page has set meanwhile', async () => {
    document.title = 'Orders';
    const stop = flashTitle('Ada is calling');
    document.title = 'Orders (1)';
    await waitUntil(() => document.title === 'Ada is calling', 'the text does not come again');
    stop();
    expect(document.title).to.equal('Orders (1)');
  });

  it('shows the newest of several texts, then the other, then none', () => {
    document.title = 'Orders';
    const [first, second] = [flashTitle('Ada is calling'), flashTitle('Grace is calling')];
    expect(document.title).to.equal('Grace is calling');
    second();
    expect(document.title).to.equal('Ada is calling');
    first();
    expect(document.title).to.equal('Orders');
  });

  it('leaves a page without a title without one', () => {
    document.title = '';
    flashTitle('  <b>Ada</b>  is calling ')();
    expect(document.title).to.equal('');
  });
});
