import type { MessageKey } from '../../../i18n/catalogue.js';
import type { Box } from './box.js';
import type { Corner } from './stage-layout.js';

/** How far a pointer may wander, in CSS pixels, until it drags rather than presses. */
const SLACK = 5;

/** What a floating picture needs of the stage that it floats above. */
export interface FloatingStage {
  readonly isRightToLeft: boolean;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the picture is. */
  readonly floatingBox: Box | undefined;
  /** Shows the picture so far from its corner, in CSS pixels to the right and down. */
  drag(right: number, down: number): void;
  /** Shows it in its corner. */
  settle(): void;
  say(key: MessageKey): void;
}

/** A drag under way. */
interface Drag {
  readonly pointer: number;
  readonly fromX: number;
  readonly fromY: number;
  right: number;
  down: number;
}

/**
 * The corner where one's own picture floats: dragged by a pointer, moved by the arrow keys, or on to the next corner by a press,
 * for whoever can't drag (WCAG 2.2, 2.5.7).
 */
export class FloatingPicture {
  readonly #stage: FloatingStage;
  #drag: Drag | undefined;
  /** The click that ends a drag is no press. */
  #dragged = false;
  corner: Corner = { block: 'end', inline: 'end' };

  constructor(stage: FloatingStage) {
    this.#stage = stage;
  }

  readonly onClick = (): void => {
    if (this.#dragged) {
      this.#dragged = false;
      return;
    }
    const { block, inline } = this.corner;
    // Round the stage: last line's end, first line's end, first line's start, last line's start.
    this.#moveTo(block === inline ? { block: block === 'end' ? 'start' : 'end', inline } : { block, inline: block });
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const { block, inline } = this.corner;
    const [left, right] = this.#stage.isRightToLeft ? (['end', 'start'] as const) : (['start', 'end'] as const);
    const corners: Readonly<Record<string, Corner>> = {
      ArrowUp: { block: 'start', inline },
      ArrowDown: { block: 'end', inline },
      ArrowLeft: { block, inline: left },
      ArrowRight: { block, inline: right },
    };
    const corner = corners[event.key];
    if (!corner || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#moveTo(corner);
  };

  readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#drag) return;
    this.#dragged = false;
    this.#drag = { pointer: event.pointerId, fromX: event.clientX, fromY: event.clientY, right: 0, down: 0 };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly onMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (event.pointerId !== drag?.pointer) return;
    drag.right = event.clientX - drag.fromX;
    drag.down = event.clientY - drag.fromY;
    this.#dragged ||= Math.hypot(drag.right, drag.down) > SLACK;
    if (this.#dragged) this.#stage.drag(drag.right, drag.down);
  };

  readonly onUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (event.pointerId !== drag?.pointer) return;
    this.#drag = undefined;
    if (this.#dragged) this.corner = this.#nearest(drag);
    this.#stage.settle();
  };

  readonly onCancel = (): void => {
    this.#drag = undefined;
    this.#stage.settle();
  };

  #nearest({ right, down }: Drag): Corner {
    const { floatingBox: box, width, height, isRightToLeft } = this.#stage;
    if (!box) return this.corner;
    const middleX = box.x + box.width / 2 + (isRightToLeft ? -right : right);
    const middleY = box.y + box.height / 2 + down;
    return { block: middleY < height / 2 ? 'start' : 'end', inline: middleX < width / 2 ? 'start' : 'end' };
  }

  #moveTo(corner: Corner): void {
    this.corner = corner;
    this.#stage.settle();
    const side = (corner.inline === 'start') === this.#stage.isRightToLeft ? 'right' : 'left';
    this.#stage.say(`stage-${corner.block === 'start' ? 'top' : 'bottom'}-${side}`);
  }
}
