import type { ClientOptions } from 'ws';
import type { Serving } from '../../../../signaling/server/index.js';
import { Client } from './client.js';

type Fields = Readonly<Record<string, unknown>>;

/** Somebody at a name that can be called. */
export const dial = (
  serving: Serving,
  name: string,
  query: Record<string, string> = {},
  options?: ClientOptions,
): Promise<Client> => Client.join(serving, { room: `phone:${name}`, ...query }, options);

/** A phone that can be called: what it said has arrived. */
export async function phone(serving: Serving, name: string, query?: Record<string, string>): Promise<Client> {
  const client = await dial(serving, name, query);
  client.say(available(client));
  await client.settle();
  return client;
}

/** A caller, whose invitation has arrived: nothing came back of it yet. */
export async function caller(serving: Serving, name: string, call: string, fields?: Fields): Promise<Client> {
  const client = await dial(serving, name);
  client.say(invite(client, call, fields));
  return client;
}

export const available = ({ id }: Client, fields: Fields = {}): object => ({
  type: 'available',
  from: id,
  status: 'available',
  ...fields,
});
export const invite = ({ id }: Client, call: string, fields: Fields = {}): object => ({
  type: 'invite',
  from: id,
  call,
  name: 'Ada',
  audio: true,
  video: false,
  ...fields,
});
export const ringing = ({ id }: Client, call: string, to: Client): object => ({ type: 'ringing', from: id, to: to.id, call });
export const accept = ({ id }: Client, call: string, to: Client, fields: Fields = {}): object => ({
  type: 'accept',
  from: id,
  to: to.id,
  call,
  name: 'Bob',
  video: false,
  ...fields,
});
export const decline = ({ id }: Client, call: string, to: Client): object => ({
  type: 'decline',
  from: id,
  to: to.id,
  call,
  reason: 'busy',
  final: false,
});
export const accepted = ({ id }: Client, call: string, by: string, fields: Fields = {}): object => ({
  type: 'accepted',
  from: id,
  call,
  by,
  ...fields,
});
export const end = ({ id }: Client, call: string, to?: Client): object => ({
  type: 'end',
  from: id,
  call,
  reason: 'hung-up',
  ...(to && { to: to.id }),
});
