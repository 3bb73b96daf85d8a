import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultMicrophone, isFrom, isSameMicrophone } from '../../../../components/call/upkeep/default-microphone.js';

const device = (deviceId: string, groupId: string, label: string, kind: MediaDeviceKind = 'audioinput'): MediaDeviceInfo => ({
  kind,
  deviceId,
  groupId,
  label,
  toJSON: () => ({}),
});
const headset = device('h', '1', 'Headset');
const builtIn = device('b', '2', 'Built-in');
const camera = device('c', '3', 'Camera', 'videoinput');
const asDefault = ({ groupId, label }: MediaDeviceInfo): MediaDeviceInfo => device('default', groupId, `Default - ${label}`);

/** As much of a track as tells its device. */
const trackOf = ({ label, groupId }: MediaDeviceInfo, tellsGroup = true): MediaStreamTrack =>
  ({ label, getSettings: () => (tellsGroup ? { groupId } : {}) }) as MediaStreamTrack;

describe('the default microphone', () => {
  it('is the first one, where nothing is named so', () => {
    assert.equal(defaultMicrophone([camera, headset, builtIn]), headset);
  });

  it('is the one that is named so', () => {
    assert.equal(defaultMicrophone([camera, headset, asDefault(builtIn), builtIn])?.label, 'Default - Built-in');
  });

  it('is none where there is no microphone', () => {
    assert.equal(defaultMicrophone([camera]), undefined);
  });

  it('is another one when the name stands for another one', () => {
    assert.ok(isSameMicrophone(asDefault(headset), asDefault(headset)));
    assert.ok(!isSameMicrophone(asDefault(headset), asDefault(builtIn)));
    assert.ok(!isSameMicrophone(undefined, builtIn));
  });

  it('is told apart from another one of the same group', () => {
    assert.ok(!isSameMicrophone(asDefault(headset), asDefault({ ...headset, label: 'Headset, second' })));
  });

  it('is in use when a track comes from it, as far as the browser tells', () => {
    assert.ok(isFrom(trackOf(asDefault(headset)), asDefault(headset)));
    assert.ok(isFrom(trackOf(headset, false), headset));
    assert.ok(!isFrom(trackOf(asDefault(headset)), asDefault(builtIn)));
    assert.ok(!isFrom(trackOf(headset, false), builtIn));
  });
});
