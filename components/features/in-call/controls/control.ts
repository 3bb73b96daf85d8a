import type { IconName } from '../icons.js';

/** One thing that a person can do, as a button of the bar or as an item of its menu. */
export interface Control {
  /** As in the attribute `controls`; what is only ever in the menu has a name of its own. */
  readonly name: string;
  readonly icon: IconName;
  /** What it is called, in the same words whatever its state. */
  readonly label: string;
  /** What a press does now, where the label does not say it. */
  readonly hint?: string | undefined;
  /** True for one of several, of which one is on. */
  readonly exclusive?: boolean | undefined;
  /** Of what is on or off: whether it is on. */
  readonly pressed?: boolean | undefined;
  /** Of what opens something: whether that is open. */
  readonly expanded?: boolean | undefined;
  /** A number to show; the label tells it in words. */
  readonly badge?: number | undefined;
  /** True for a number that asks for attention. */
  readonly urgent?: boolean | undefined;
  /** Called in the handler of the click itself: some of this is allowed nowhere else. */
  readonly run: () => void;
}
