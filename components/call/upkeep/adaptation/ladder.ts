/** A picture's size, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One size at which a camera's picture can be sent. */
export interface Rung extends Size {
  /** By how much each side of the camera's picture is divided: `scaleResolutionDownBy`. */
  readonly scale: number;
}

/**
 * By how much a picture is scaled down. From 1280 × 720 they lead to 960 × 540, 640 × 360, 480 × 270, 320 × 180,
 * 240 × 135 and 160 × 90: the formats of WebRTC's own tables, and two below them. Few and fixed, so that a tile that is
 * dragged larger pixel by pixel makes no encoder begin anew each time.
 */
const SCALES = [1, 4 / 3, 2, 8 / 3, 4, 16 / 3, 8] as const;

/** Nothing smaller is sent: a face of fewer pixels tells nobody anything. */
const FEWEST_PIXELS = 160 * 90;

/** The sizes at which a camera's picture can be sent, the largest first. */
export function ladder({ width, height }: Size): readonly Rung[] {
  const scales = SCALES.filter((scale) => scale === 1 || width * height >= FEWEST_PIXELS * scale * scale);
  return scales.map((scale) => ({ scale, width: Math.round(width / scale), height: Math.round(height / scale) }));
}

/**
 * What a picture of so many pixels needs at 30 frames a second, in bit/s: at least, to look well, and at most, beyond
 * which nobody sees a difference.
 *
 * WebRTC's `EncoderInfoSettings::GetDefaultSinglecastBitrateLimits` for VP8: `min_start_bitrate_bps`, `max_bitrate_bps`.
 * For 320 × 180 that has no minimum, and nothing below; there we take about the third that it takes above.
 */
const BITRATES = [
  { pixels: 0, least: 0, most: 0 },
  { pixels: 320 * 180, least: 100_000, most: 300_000 },
  { pixels: 480 * 270, least: 200_000, most: 500_000 },
  { pixels: 640 * 360, least: 300_000, most: 800_000 },
  { pixels: 960 * 540, least: 500_000, most: 1_500_000 },
  { pixels: 1280 * 720, least: 900_000, most: 2_500_000 },
  // Beyond it, as from the one before: 1920 × 1080 comes to 5.4 Mbit/s; WebRTC's simulcast takes 5.
  { pixels: 1920 * 1080, least: 2_050_000, most: 5_400_000 },
] as const;

/** The frame rate for which {@link BITRATES} are. */
const USUAL_FRAME_RATE = 30;

/**
 * Half the frames need 60 % of the bits, a quarter 40 %, because neighbours differ more: WebRTC's shares of temporal layers,
 * `kLayerRateAllocation`. log2(1 / 0.6).
 */
const FRAME_RATE_EXPONENT = 0.74;

/** What pictures of this size and frame rate need to look well, in bit/s. */
export const leastBitrate = (size: Size, frameRate: number): number => bitrate(size, frameRate, 'least');

/** Beyond which bits are wasted on pictures of this size and frame rate, in bit/s. */
export const mostBitrate = (size: Size, frameRate: number): number => bitrate(size, frameRate, 'most');

function bitrate({ width, height }: Size, frameRate: number, which: 'least' | 'most'): number {
  const usual = between(width * height, which);
  return Math.round(usual * Math.min(1, frameRate / USUAL_FRAME_RATE) ** FRAME_RATE_EXPONENT);
}

function between(pixels: number, which: 'least' | 'most'): number {
  const above = BITRATES.findIndex((row) => row.pixels >= pixels);
  const high = BITRATES[above];
  const low = BITRATES[above - 1];
  if (!high) return BITRATES[BITRATES.length - 1]?.[which] ?? 0;
  if (!low) return high[which];
  return low[which] + ((high[which] - low[which]) * (pixels - low.pixels)) / (high.pixels - low.pixels);
}
