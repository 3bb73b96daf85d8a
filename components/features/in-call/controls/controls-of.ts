import type { LitElement } from 'lit';
import { CallError } from '../../../call/errors.js';
import type { Layout, PanelName, RoomElement } from '../../../controllers/room-registry.js';
import type { PanelHost } from '../panels/panel-host.js';
import type { ReactionPicker } from '../reactions/reaction-picker.js';
import type { Social } from '../reactions/social.js';
import { LiveCaptions } from '../captions/live-captions.js';
import { Recording } from '../recording/recording.js';
import type { Windows } from '../windows/windows.js';
import type { Control } from './control.js';

/** What the engine tells by an event as well, or what the person wanted so. */
export function ignoreTold(error: unknown): void {
  if (!(error instanceof CallError || error instanceof DOMException)) throw error;
}

/** Whether this browser can share a screen: those of phones can't. */
export const canShareScreen = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {});

/** Shares the screen, or ends that. In the handler of a click or key, before anything else: browsers ask for that. */
export const toggleScreen = (room: RoomElement): void => void room.toggleScreenShare().catch(ignoreTold);

/** What can be done in a call that stands, the most used first: the last ones are the first to go into the menu. */
export function controlsOf(room: RoomElement, panels: PanelHost, social: Social, picker: ReactionPicker): Control[] {
  const { text, localParticipant, participants } = room;
  const controls: Control[] = [];
  if (canShareScreen()) {
    const { screen } = localParticipant;
    controls.push({
      name: 'screen',
      icon: 'screen',
      label: text('control-screen'),
      hint: screen ? text('control-screen-stop') : undefined,
      pressed: screen,
      run: () => toggleScreen(room),
    });
  }
  const opener = (name: PanelName & ('chat' | 'people' | 'settings'), more: Partial<Control> = {}): void => {
    if (!panels.has(name)) return;
    const isOpen = panels.open === name;
    controls.push({
      name,
      icon: name,
      label: text(`control-${name}`),
      expanded: isOpen,
      run: () => panels.show(isOpen ? undefined : name),
      ...more,
    });
  };
  const { unread, extras } = social;
  opener('chat', unread ? { badge: unread, urgent: true, label: text('control-chat-unread', { count: unread }) } : {});
  if (extras) {
    const isUp = localParticipant.handRaisedAt !== undefined;
    controls.push({
      name: 'hand',
      icon: 'hand',
      label: text('control-hand'),
      hint: isUp ? text('control-hand-lower') : undefined,
      pressed: isUp,
      run: () => extras.hands.toggle(),
    });
    const label = text('control-reactions');
    controls.push({ name: 'reactions', icon: 'reactions', label, expanded: picker.isOpen, run: picker.toggle });
  }
  const count = participants.length + 1;
  const waiting = room.inCall?.waiting ?? 0;
  const people = text('control-people-count', { count });
  opener('people', {
    badge: waiting || count,
    urgent: waiting > 0,
    label: waiting ? [people, text('people-waiting-count', { count: waiting })].join(text('comma')) : people,
  });
  opener('settings');
  return controls;
}

const LAYOUTS = ['grid', 'spotlight', 'floating'] as const satisfies readonly Layout[];

const layoutControl = (room: RoomElement, layout: Layout): Control => ({
  name: layout,
  icon: layout,
  label: room.text(`control-${layout}`),
  exclusive: true,
  pressed: room.layout === layout,
  // As a page would: it may read there what is so.
  run: () => room.setAttribute('layout', layout),
});

/** What is only ever in the menu. */
export function menuControlsOf(room: RoomElement & LitElement, panels: PanelHost, windows: Windows): Control[] {
  const controls: Control[] = panels.hasStage ? LAYOUTS.map((layout) => layoutControl(room, layout)) : [];
  controls.push(...windows.controls, ...LiveCaptions.of(room).controls, ...Recording.of(room).controls);
  if (panels.has('shortcuts') && !room.hasAttribute('no-shortcuts')) {
    controls.push({
      name: 'shortcuts',
      icon: 'keyboard',
      label: room.text('control-shortcuts'),
      run: () => panels.show('shortcuts'),
    });
  }
  return controls;
}
