/** A kind of file that a recording can be. */
export interface RecordingFormat {
  /** As `MediaRecorder` takes it (RFC 6381). */
  readonly mimeType: string;
  /** What the name of such a file ends with. */
  readonly extension: 'mp4' | 'webm';
}

/** The first that the browser can write is taken: MP4 plays everywhere, VP8 is what costs a call's processor least. */
const FORMATS: readonly RecordingFormat[] = [
  { mimeType: 'video/mp4;codecs="avc1.42E01F,mp4a.40.2"', extension: 'mp4' },
  { mimeType: 'video/webm;codecs="vp8,opus"', extension: 'webm' },
  { mimeType: 'video/webm', extension: 'webm' },
  { mimeType: 'video/mp4', extension: 'mp4' },
];

/** What this browser would record; `undefined` where it can't. */
export function recordingFormat(): RecordingFormat | undefined {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return undefined;
  return FORMATS.find(({ mimeType }) => MediaRecorder.isTypeSupported(mimeType));
}

/** What no file system takes in a name, besides what would hide the file or its end. */
const UNFIT = /[\p{Cc}\p{Cf}\\/:*?"<>|]|^\.+/gu;

/** A name for the file of a recording that begins now, such as `Stand-up 2026-03-31 09.30.webm`. */
export function recordingName(room: string, { extension }: RecordingFormat, now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const title = room.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim().slice(0, 60).trim();
  return `${[title, day, `${two(now.getHours())}.${two(now.getMinutes())}`].filter(Boolean).join(' ')}.${extension}`;
}

/** The name of a further part of the same film, such as `Stand-up 2026-03-31 09.30 (2).webm`. */
export const partName = (name: string, number: number): string =>
  number > 1 ? name.replace(/(?=\.[^.]+$)/, ` (${number})`) : name;
