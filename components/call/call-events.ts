import type { CallState, LeaveReason } from './call-state.js';
import type { CallError } from './errors.js';
import type { ReactionEvent } from './extras/reaction-event.js';
import type { Participant } from './participant.js';

/** `statechange`: the call moved to another state. */
export class StateChangeEvent extends Event {
  readonly state: CallState;
  readonly previous: CallState;
  /** Why it ended, when the new state is `left` or `failed`. */
  readonly reason: LeaveReason | undefined;
  constructor(state: CallState, previous: CallState, reason?: LeaveReason) {
    super('statechange');
    this.state = state;
    this.previous = previous;
    this.reason = reason;
  }
}

/** `participantjoined`, `participantleft`, `participantchange`: somebody came, went, or is otherwise than before. */
export class ParticipantEvent extends Event {
  /** The newest snapshot; of somebody who left, the last one. */
  readonly participant: Participant;
  /** The snapshot before a change. */
  readonly previous: Participant | undefined;
  constructor(
    type: 'participantjoined' | 'participantleft' | 'participantchange',
    participant: Participant,
    previous?: Participant,
  ) {
    super(type);
    this.participant = participant;
    this.previous = previous;
  }
}

/** `mediachange`: this person's microphone, camera or shared screen is otherwise than before. */
export class MediaChangeEvent extends Event {
  /** True while this person can be heard. */
  readonly audio: boolean;
  /** True while this person's camera sends. */
  readonly video: boolean;
  /** True while this person shares a screen. */
  readonly screen: boolean;
  constructor(audio: boolean, video: boolean, screen: boolean) {
    super('mediachange');
    this.audio = audio;
    this.video = video;
    this.screen = screen;
  }
}

/** `error`: something failed; the call goes on unless the state says otherwise. */
export class CallErrorEvent extends Event {
  readonly error: CallError;
  constructor(error: CallError) {
    super('error');
    this.error = error;
  }
}

/** `message`: somebody's page sent data of its own. */
export class CallMessageEvent extends Event {
  /** Whatever their page sent: a stranger's word. */
  readonly data: unknown;
  /** Who sent it. */
  readonly participant: Participant;
  constructor(data: unknown, participant: Participant) {
    super('message');
    this.data = data;
    this.participant = participant;
  }
}

/** The events of a call. */
export interface CallEvents {
  message: CallMessageEvent;
  reaction: ReactionEvent;
  statechange: StateChangeEvent;
  participantjoined: ParticipantEvent;
  participantleft: ParticipantEvent;
  participantchange: ParticipantEvent;
  mediachange: MediaChangeEvent;
  error: CallErrorEvent;
}
