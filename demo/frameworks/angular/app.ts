import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { CallRoom } from 'call-room';

@Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <label>Your name <input #field [value]="name()" (input)="name.set(field.value)" /></label>
    <!-- iceServers: on one machine none is needed; leave this out on the internet. -->
    <call-room
      #call
      signaling="/signal"
      [room]="room"
      [displayName]="name()"
      [iceServers]="[]"
      auto-join
      (call-participant-joined)="count(call)"
      (call-participant-change)="count(call)"
      (call-participant-left)="count(call)"
      (call-media-change)="muted.set(!$event.audio)"
    ></call-room>
    <p>
      <button (click)="call.toggleMicrophone()">{{ muted() ? 'Unmute' : 'Mute' }}</button>
      <output>With {{ others().join(', ') || 'nobody' }}</output>
    </p>
  `,
})
export class App {
  readonly room = new URLSearchParams(location.search).get('room') ?? 'frameworks';
  readonly name = signal('Ada');
  readonly others = signal<string[]>([]);
  readonly muted = signal(false);

  count(call: CallRoom): void {
    this.others.set(call.participants.map(({ displayName }) => displayName));
  }
}
