/**
 * How a router translates addresses, in the words of RFC 3489, section 5, since people know these; RFC 4787 has the
 * exact ones. `full-cone`: one public port for all destinations, open to everybody. `port-restricted`: one public port
 * for all destinations, open to whom was written to. `symmetric`: another port for each destination.
 */
export type NatKind = 'full-cone' | 'port-restricted' | 'symmetric';

/** What a router lets out: everything, everything but UDP, or TCP to port 443 alone. The rest vanishes without a word. */
export type Firewall = 'open' | 'no-udp' | 'only-443';

/** What a router does. */
export interface RouterRules {
  nat: NatKind;
  firewall: Firewall;
  /** The host that a full cone sends everything to: this laboratory's have room for one. */
  fullConeHost: string;
  /** Public addresses to and from which nothing passes. */
  cutOff: readonly string[];
}

const MASQUERADE: Readonly<Record<NatKind, string>> = {
  'full-cone': 'masquerade',
  // Linux keeps the port where it can, and lets in only what belongs to a flow that it knows.
  'port-restricted': 'masquerade',
  symmetric: 'masquerade fully-random',
};

const OUTBOUND: Readonly<Record<Firewall, string>> = {
  open: '',
  'no-udp': 'iifname lan oifname wan meta l4proto udp drop',
  'only-443': 'iifname lan oifname wan tcp dport != 443 drop; iifname lan oifname wan meta l4proto != tcp drop',
};

/** The rules for nftables, which replace those before them in one step. The interfaces are `lan` and `wan`. */
export function nftRules({ nat, firewall, fullConeHost, cutOff }: RouterRules): string {
  const isFullCone = nat === 'full-cone' && firewall === 'open';
  const cut = cutOff.flatMap((address) => [`ip daddr ${address} drop`, `ip saddr ${address} drop`]);
  return `
table ip lab
delete table ip lab
table ip lab {
  chain outgoing { type nat hook postrouting priority 100; oifname wan ${MASQUERADE[nat]}; }
  chain incoming { type nat hook prerouting priority -100; ${isFullCone ? `iifname wan meta l4proto udp dnat to ${fullConeHost};` : ''} }
  # Without this, what a peer sends before our host has written to it leaves a flow to the router itself, and our host's
  # own packet is then given another port: hole punching fails.
  chain router { type filter hook input priority 0; iifname wan ct state new drop; }
  chain through {
    type filter hook forward priority 0; policy accept;
    ${cut.join('; ')}
    ${OUTBOUND[firewall]}
    ${isFullCone ? '' : 'iifname wan oifname lan ct state new drop'}
  }
}
`;
}
