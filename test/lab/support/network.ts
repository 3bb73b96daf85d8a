import { atProcessEnd } from './at-process-end.js';
import { Namespace, removeAbandoned, removeAllOfThisProcess } from './namespace.js';
import { nftRules, type Firewall, type NatKind } from './nat.js';
import { Wire } from './wire.js';

/** Routers between a LAN and the public network. `C` has no host of its own: hosts move there. */
export type RouterName = 'A' | 'B' | 'C';
/** Hosts, named after the LAN that they begin in. */
export type HostName = 'lanA' | 'lanA2' | 'lanB';

/** Of TEST-NET-3 (RFC 5737): the pages and the signaling server, and coturn's two (RFC 5780 needs two). */
export const SERVER_ADDRESS = '203.0.113.10';
export const TURN_ADDRESSES = ['203.0.113.11', '203.0.113.12'] as const;

const ROUTERS: Readonly<Record<RouterName, { address: string; lan: string }>> = {
  A: { address: '203.0.113.101', lan: '10.1.0' },
  B: { address: '203.0.113.102', lan: '10.2.0' },
  C: { address: '203.0.113.103', lan: '10.3.0' },
};
const HOSTS: Readonly<Record<HostName, { router: RouterName; number: number }>> = {
  lanA: { router: 'A', number: 2 },
  lanA2: { router: 'A', number: 3 },
  lanB: { router: 'B', number: 2 },
};
/** Nobody: a public host has a default route, and coturn 4.6 drops a session for which it finds none. */
const VOID = '203.0.113.254';

export interface NetworkOptions {
  /** Routers whose way to the public network is a {@link Wire}, which can be impaired. Default: none. */
  wires?: readonly RouterName[];
}

interface Router {
  readonly namespace: Namespace;
  nat: NatKind;
  firewall: Firewall;
  readonly cutOff: Set<RouterName>;
}

interface Host {
  readonly namespace: Namespace;
  router: RouterName;
  /** The last number of its address. */
  number: number;
}

let networksSoFar = 0;

/**
 * ```text
 *   lanA ── ┐                                            ┌ ── lanB
 *           ├─ router A ── public network ── router B ───┘
 *   lanA2 ─ ┘  (NAT, maybe  (servers, coturn)  (NAT)
 *               a wire)          │
 *                             router C
 * ```
 *
 * Each box is a network namespace; nothing of this machine's own network is touched. Needs root.
 */
export class Network {
  readonly public: Namespace;
  readonly #routers = new Map<RouterName, Router>();
  readonly #hosts = new Map<HostName, Host>();
  readonly #wires = new Map<RouterName, Wire>();
  readonly #label = `${(networksSoFar += 1)}`;

  private constructor() {
    this.public = Namespace.create(`${this.#label}-public`);
  }

  /** Makes the network: port-restricted NAT everywhere, nothing blocked. Call {@link Network.down} in the end. */
  static async up({ wires = [] }: NetworkOptions = {}): Promise<Network> {
    removeAbandoned();
    // Namespaces outlive the process that made them, and so do the programs in them.
    atProcessEnd(removeAllOfThisProcess);
    const network = new Network();
    try {
      network.#makePublic();
      for (const name of Object.keys(ROUTERS) as RouterName[]) await network.#makeRouter(name, wires.includes(name));
      for (const name of Object.keys(HOSTS) as HostName[]) network.#makeHost(name);
    } catch (error) {
      await network.down();
      throw error;
    }
    return network;
  }

  /** The namespace of a host. */
  host(name: HostName): Namespace {
    return this.#host(name).namespace;
  }

  /** How a router treats what passes, from now on. Flows that it knows already go on. */
  nat(name: RouterName, nat: NatKind, firewall: Firewall = 'open'): void {
    Object.assign(this.#router(name), { nat, firewall });
    this.#applyRules(name);
  }

  /**
   * A host gets another address in its LAN, and loses the old: nothing tells its programs, and what was open there is
   * dead without knowing it.
   * @returns the new address
   */
  moveAddress(name: HostName): string {
    const host = this.#host(name);
    const before = addressOf(host);
    host.number += 10;
    host.namespace.ip(`addr del ${before}/24 dev eth0`);
    this.#address(host);
    return addressOf(host);
  }

  /**
   * A host leaves its LAN for that of another router, as a phone does that leaves the Wi-Fi: another address, gateway,
   * NAT and public address. Its interface is without a link for an instant.
   * @returns the new address
   */
  moveNetwork(name: HostName, to: RouterName): string {
    const host = this.#host(name);
    host.namespace.ip(`addr del ${addressOf(host)}/24 dev eth0`);
    this.#router(host.router).namespace.ip(`link set h-${name} netns ${this.#router(to).namespace.name}`);
    host.router = to;
    this.#router(to).namespace.ip(`link set h-${name} master lan up`);
    this.#address(host);
    return addressOf(host);
  }

  /** Nothing passes between these two routers any more; both still reach the servers. */
  cutPath(one: RouterName, other: RouterName): void {
    this.#router(one).cutOff.add(other);
    this.#router(other).cutOff.add(one);
    for (const name of [one, other]) this.#applyRules(name);
  }

  /** Undoes {@link Network.cutPath}. */
  restorePath(one: RouterName, other: RouterName): void {
    this.#router(one).cutOff.delete(other);
    this.#router(other).cutOff.delete(one);
    for (const name of [one, other]) this.#applyRules(name);
  }

  /** A host loses its link without a goodbye: pulled plug, dead battery, closed lid. */
  vanish(name: HostName): void {
    this.#router(this.#host(name).router).namespace.ip(`link set h-${name} down`);
  }

  /** Undoes {@link Network.vanish}. */
  reappear(name: HostName): void {
    this.#router(this.#host(name).router).namespace.ip(`link set h-${name} up`);
  }

  /**
   * The wire between a router and the public network.
   * @throws {RangeError} when {@link NetworkOptions.wires} did not ask for it
   */
  wire(name: RouterName): Wire {
    return found(this.#wires, name);
  }

  /** Ends whatever runs in the network and takes it down. Idempotent. */
  async down(): Promise<void> {
    for (const wire of this.#wires.values()) await wire.cut();
    for (const { namespace } of this.#hosts.values()) namespace.remove();
    for (const { namespace } of this.#routers.values()) namespace.remove();
    this.public.remove();
  }

  #makePublic(): void {
    this.public.ip('link add net type bridge');
    this.public.ip('link set net up');
    for (const address of [SERVER_ADDRESS, ...TURN_ADDRESSES]) this.public.ip(`addr add ${address}/24 dev net`);
    this.public.ip(`route add default via ${VOID}`);
    this.public.ip(`neigh add ${VOID} lladdr 02:00:00:00:00:fe dev net nud permanent`);
  }

  async #makeRouter(name: RouterName, wired: boolean): Promise<void> {
    const namespace = Namespace.create(`${this.#label}-router${name}`);
    this.#routers.set(name, { namespace, nat: 'port-restricted', firewall: 'open', cutOff: new Set() });
    if (wired) this.#wires.set(name, await Wire.lay(namespace, 'wan', this.public, `p${name}`));
    else this.public.ip(`link add p${name} type veth peer name wan netns ${namespace.name}`);
    this.public.ip(`link set p${name} master net up`);
    namespace.ip('link set wan up');
    namespace.ip('link add lan type bridge');
    namespace.ip('link set lan up');
    namespace.ip(`addr add ${ROUTERS[name].address}/24 dev wan`);
    namespace.ip(`addr add ${ROUTERS[name].lan}.1/24 dev lan`);
    namespace.forwardPackets();
    this.#applyRules(name);
  }

  #makeHost(name: HostName): void {
    const { router, number } = HOSTS[name];
    const host = { namespace: Namespace.create(`${this.#label}-${name}`), router, number };
    this.#hosts.set(name, host);
    this.#router(router).namespace.ip(`link add h-${name} type veth peer name eth0 netns ${host.namespace.name}`);
    this.#router(router).namespace.ip(`link set h-${name} master lan up`);
    this.#address(host);
  }

  #address(host: Host): void {
    host.namespace.ip('link set eth0 up');
    host.namespace.ip(`addr add ${addressOf(host)}/24 dev eth0`);
    host.namespace.ip(`route add default via ${ROUTERS[host.router].lan}.1`);
    this.#applyRules(host.router);
  }

  #applyRules(name: RouterName): void {
    const { namespace, nat, firewall, cutOff } = this.#router(name);
    const first = [...this.#hosts.values()].find(({ router }) => router === name);
    namespace.nft(
      nftRules({
        nat,
        firewall,
        fullConeHost: first ? addressOf(first) : `${ROUTERS[name].lan}.2`,
        cutOff: [...cutOff].map((other) => ROUTERS[other].address),
      }),
    );
  }

  #router(name: RouterName): Router {
    return found(this.#routers, name);
  }

  #host(name: HostName): Host {
    return found(this.#hosts, name);
  }
}

const addressOf = ({ router, number }: Host): string => `${ROUTERS[router].lan}.${number}`;

function found<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`there is no ${String(key)} in this network`);
  return value;
}
