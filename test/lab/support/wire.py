"""An Ethernet wire between two network namespaces that can be made bad: a pair of TAP devices with this program between.

usage: wire.py NAMESPACE_A DEVICE_A NAMESPACE_B DEVICE_B   (root, Linux; the standard library alone)

Each line on stdin sets how bad the wire is from then on, as JSON:
{"lossPercent": 5, "delayMs": 300, "kbitPerSecond": 300, "queueMs": 300}
Zero means none, and no limit. Each line is answered by one on stdout with counts of packets: {"passed": 1, "lost": 0,
"dropped": 0}; the first line says that the devices are there. The program ends with its stdin.
"""
import ctypes
import fcntl
import heapq
import json
import os
import random
import select
import struct
import sys
import time

CLONE_NEWNET = 0x40000000  # <sched.h>
TUNSETIFF = 0x400454CA  # <linux/if_tun.h>, as are the next two
IFF_TAP, IFF_NO_PI = 0x0002, 0x1000
ARP = b"\x08\x06"
LIBC = ctypes.CDLL(None, use_errno=True)


def open_tap(namespace, device):
    """Makes a TAP device in a namespace, which this process stays in."""
    fd = os.open("/run/netns/" + namespace, os.O_RDONLY)
    if LIBC.setns(fd, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns " + namespace)
    os.close(fd)
    tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH22x", device.encode(), IFF_TAP | IFF_NO_PI))
    return tap


class Direction:
    """What happens to packets on their way to one of the two devices."""

    def __init__(self, out, chance):
        self.out = out
        self.chance = chance
        self.impairment = {"lossPercent": 0, "delayMs": 0, "kbitPerSecond": 0, "queueMs": 300}
        self.free_at = 0.0  # when the wire has sent what waits for it
        self.counts = {"passed": 0, "lost": 0, "dropped": 0}

    def arrival(self, packet, now):
        """When the packet comes out, in seconds of the monotonic clock; None: never."""
        is_arp = packet[12:14] == ARP  # without which hosts soon know nobody any more
        if not is_arp and self.chance.random() * 100 < self.impairment["lossPercent"]:
            self.counts["lost"] += 1
            return None
        sent = now
        if self.impairment["kbitPerSecond"]:
            sent = max(now, self.free_at)
            if (sent - now) * 1000 > self.impairment["queueMs"]:
                self.counts["dropped"] += 1
                return None
            sent += len(packet) * 8 / (self.impairment["kbitPerSecond"] * 1000)
            self.free_at = sent
        self.counts["passed"] += 1
        return sent + self.impairment["delayMs"] / 1000


def main():
    namespace_a, device_a, namespace_b, device_b = sys.argv[1:5]
    a, b = open_tap(namespace_a, device_a), open_tap(namespace_b, device_b)
    chance = random.Random(1)  # the same losses in each run
    directions = {a: Direction(b, chance), b: Direction(a, chance)}
    stdin = sys.stdin.fileno()
    events = select.epoll()
    for fd in (a, b, stdin):
        events.register(fd, select.EPOLLIN)
    on_the_way, number = [], 0
    print("{}", flush=True)
    while True:
        while on_the_way and on_the_way[0][0] <= time.monotonic():
            _, _, out, packet = heapq.heappop(on_the_way)
            try:
                os.write(out, packet)
            except OSError:
                pass  # the device is down, or full: what a wire does then is to lose the packet
        timeout = max(0, on_the_way[0][0] - time.monotonic()) if on_the_way else -1
        for fd, _ in events.poll(timeout):
            if fd == stdin:
                line = sys.stdin.readline()
                if not line:
                    return
                for direction in directions.values():
                    direction.impairment.update(json.loads(line))
                both = [direction.counts for direction in directions.values()]
                print(json.dumps({key: sum(counts[key] for counts in both) for key in both[0]}), flush=True)
                continue
            for _ in range(64):
                try:
                    packet = os.read(fd, 65536)
                except BlockingIOError:
                    break
                except OSError:
                    return  # a namespace was taken down, and the device with it
                number += 1
                arrival = directions[fd].arrival(packet, time.monotonic())
                if arrival is not None:
                    heapq.heappush(on_the_way, (arrival, number, directions[fd].out, packet))


main()
