import type { Plan } from './plan.js';

/** What the DOM types do not have yet. */
interface Encoding extends RTCRtpEncodingParameters {
  /** W3C webrtc-extensions, "RTCRtpEncodingParameters". */
  scaleResolutionDownTo?: { maxWidth: number; maxHeight: number };
}
type Parameters = RTCRtpSendParameters & { degradationPreference?: string };

/** Lets one sender encode as planned, one change after another. */
export class SenderControl {
  readonly #sender: RTCRtpSender;
  #wanted: Plan | undefined;
  #applied: Plan | undefined;
  #isBusy = false;

  constructor(sender: RTCRtpSender) {
    this.#sender = sender;
  }

  /** What the encoder does now. */
  get current(): Plan | undefined {
    return this.#applied;
  }

  /** Does nothing when nothing changes. A change under way is followed by the latest one wanted meanwhile. */
  apply(plan: Plan): void {
    this.#wanted = plan;
    if (!this.#isBusy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let plan = this.#wanted; plan && !isSame(plan, this.#applied); plan = this.#wanted) {
      if (!(await this.#set(plan))) break;
      this.#applied = plan;
    }
    this.#isBusy = false;
  }

  async #set(plan: Plan): Promise<boolean> {
    // Afresh each time, and given back in the same task: W3C webrtc-pc, `setParameters()`.
    const parameters: Parameters = this.#sender.getParameters();
    const [encoding] = parameters.encodings;
    if (!encoding) return false;
    write(plan, encoding);
    // Of what the browser saves by itself in between: motion comes before resolution. Safari knows no such member.
    parameters.degradationPreference = 'maintain-framerate';
    try {
      await this.#sender.setParameters(parameters);
      return true;
    } catch {
      // A negotiation came in between, or the link just ended; whoever looks next tries again.
      return false;
    }
  }
}

/** Asks the browser to give the sound of a link its bits before the video. */
export async function prefer(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding || encoding.priority === 'high') return;
  // `networkPriority` stays as it is: it marks packets (DSCP), and some networks drop what is marked (RFC 8837, section 1).
  encoding.priority = 'high';
  try {
    await sender.setParameters(parameters);
  } catch {
    // As above; and without it the sound is merely not preferred.
  }
}

function write({ active, scale, width, height, maxBitrate, maxFramerate }: Plan, encoding: Encoding): void {
  encoding.active = active;
  if (!active) return;
  encoding.scaleResolutionDownBy = scale;
  // Chromium's own adaptation comes before `scaleResolutionDownBy`, and both together leave much less than wanted: 180 × 101
  // for 10 s instead of 480 × 270 (measured in Chromium 156). This one counts both. Firefox and Safari do not know it.
  if (scale > 1) encoding.scaleResolutionDownTo = { maxWidth: width, maxHeight: height };
  else delete encoding.scaleResolutionDownTo;
  encoding.maxBitrate = maxBitrate;
  if (maxFramerate === undefined) delete encoding.maxFramerate;
  else encoding.maxFramerate = maxFramerate;
}

/** Where nothing is sent, nothing else makes a difference. */
function isSame(one: Plan, other: Plan | undefined): boolean {
  const members = one.active
    ? (['active', 'scale', 'width', 'height', 'maxBitrate', 'maxFramerate'] as const)
    : (['active'] as const);
  return members.every((member) => one[member] === other?.[member]);
}
