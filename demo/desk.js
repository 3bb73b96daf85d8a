import { takeFromAddress } from './page.js';

/** Who works here; `?agent=` says whose desk this is. */
const AGENTS = ['Grace', 'Alan'];
/** Attributes that the address may set on both phones: `?status=away&ice-servers=[]`. */
const ATTRIBUTES = ['signaling', 'token', 'status', 'call-waiting', 'ice-servers', 'ice-transport-policy', 'no-sound'];

const { searchParams } = new URL(location.href);
const agent = searchParams.get('agent') || AGENTS[0];
const colleague = AGENTS.find((name) => name !== agent);
const support = document.getElementById('support');
const own = document.getElementById('own');

takeFromAddress(document.documentElement, ['dir']);
own.setAttribute('user', agent.toLowerCase());
for (const phone of [support, own]) {
  phone.setAttribute('display-name', agent);
  takeFromAddress(phone, ATTRIBUTES);
}

// Whoever talks on one phone is away from the other.
for (const [phone, other] of [
  [support, own],
  [own, support],
]) {
  let before;
  phone.addEventListener('call-accepted', () => {
    before ??= other.status;
    other.status = 'away';
  });
  phone.addEventListener('call-ended', () => {
    if (before === undefined || phone.calls.length > 0) return;
    other.status = before;
    before = undefined;
  });
}

const call = document.getElementById('call');
call.textContent = `Call ${colleague}`;
call.addEventListener('click', () => {
  // While there is a call, the phone shows it.
  if (own.calls.length === 0 && support.calls.length === 0) own.call(colleague.toLowerCase(), { subject: 'A word between us' });
});

const next = new URL(location.href);
next.searchParams.set('agent', colleague);
document.getElementById('agent').textContent = agent;
document.getElementById('next').href = next;
document.getElementById('next').textContent = `Open the desk of ${colleague}`;
document.title = `${agent} · Fern & Daughter`;
