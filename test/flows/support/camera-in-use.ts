/** No fake camera of Chromium can be busy, so here the browser's answer is written down instead of brought about. */
export const CAMERA_IN_USE = `{
  const devices = navigator.mediaDevices;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    if (constraints.video) throw new DOMException('Could not start video source', 'NotReadableError');
    return getUserMedia(constraints);
  };
}`;
