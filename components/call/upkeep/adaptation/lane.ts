import type { View } from '../../roster.js';
import type { Link } from '../../transport.js';
import type { Vitals } from '../vitals.js';
import { FREE, isHeldBack, nextLinkRate, roomForVideo, type LinkRate, type Passage } from './link-rate.js';
import { demand, plan, type Source } from './plan.js';
import { prefer, SenderControl } from './sender-control.js';
import { readSending, type Sending } from './sending.js';
import type { Claim } from './uplink.js';

/** What a camera gives that does not tell. */
const USUAL_FRAME_RATE = 30;

/** Our video on its way to one person. */
export class Lane {
  readonly link: Link;
  readonly #sender: RTCRtpSender;
  readonly #control: SenderControl;
  #sending: Sending | undefined;
  #passage: Passage | undefined;
  #rate: LinkRate = FREE;
  #source: Source | undefined;
  #usage = 0;

  private constructor(link: Link, sender: RTCRtpSender) {
    this.link = link;
    this.#sender = sender;
    this.#control = new SenderControl(sender);
  }

  /** The lane of a link; `undefined` as long as nothing can be sent over it. */
  static of(link: Link): Lane | undefined {
    const { connection } = link;
    if (connection.connectionState !== 'connected' || connection.signalingState !== 'stable') return undefined;
    // Beyond the first two there are screens.
    const faces = connection.getTransceivers().slice(0, 2);
    const senders = new Map(faces.map(({ receiver, sender }) => [receiver.track.kind, sender]));
    const [audio, video] = [senders.get('audio'), senders.get('video')];
    if (audio) void prefer(audio);
    return video && new Lane(link, video);
  }

  /** How much of the time the encoder is at work: 0 to 1. */
  get usage(): number {
    return this.#usage;
  }

  /** True when the browser says that this encoder is short of processor. */
  get isShort(): boolean {
    return this.#sending?.isShort ?? false;
  }

  /** The part in the uplink that this video asks for. */
  get claim(): Claim {
    const { demand = 0 } = this.#passage ?? {};
    return { demand, heldBack: isHeldBack(this.#rate), room: (this.#passage && roomForVideo(this.#passage)) ?? demand };
  }

  /** Takes in one look at the link. */
  take(vitals: Vitals, wanted: View | undefined): void {
    const before = this.#sending;
    const now = readSending(vitals);
    this.#sending = now;
    this.#source = this.#sourceOf(now);
    const seconds = before ? (now.at - before.at) / 1000 : 0;
    const perSecond = (member: 'bytes' | 'work'): number =>
      before && seconds > 0 ? Math.max(0, now[member] - before[member]) / seconds : 0;
    this.#usage = perSecond('work');
    const { current } = this.#control;
    const { at, estimate, target, loss, roundTrip } = now;
    this.#passage = {
      ...{ at, estimate, target, loss, roundTrip },
      sent: perSecond('bytes') * 8,
      allowed: this.#source && current?.active ? current.maxBitrate : 0,
      demand: this.#source ? demand(this.#source, wanted) : 0,
    };
    this.#rate = nextLinkRate(this.#rate, this.#passage);
  }

  /** Has the video encoded as circumstances want it. */
  steer(wanted: View | undefined, share: number, relief: number): void {
    const { current } = this.#control;
    if (!this.#source) return;
    const { at, barredUntil, budget } = this.#rate;
    this.#control.apply(plan({ source: this.#source, wanted, budget: at < barredUntil ? 0 : budget, share, relief, current }));
  }

  #sourceOf({ source }: Sending): Source | undefined {
    const { track } = this.#sender;
    if (!track) return undefined;
    const { width, height, frameRate = USUAL_FRAME_RATE } = track.getSettings();
    const size = source ?? (width && height ? { width, height } : undefined);
    return size && { ...size, frameRate };
  }
}
