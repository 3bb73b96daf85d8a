/** Between two changes of the title, in ms. In a tab out of sight, browsers run timers once a second at most. */
const PERIOD_MS = 1000;

/** What is to be read in turn with the page's own title, the newest last. */
const texts: string[] = [];

let timer: ReturnType<typeof setInterval> | undefined;
/** The page's own title. */
let own = '';
/** What we wrote there last, as the browser gives it back. */
let written: string | undefined;

/**
 * Shows the text in the place of the page's title, every other second, until it is told to stop: that is what a person sees
 * of a page in another tab. Where less motion is wished for, it stands still. The page's own title comes back at the end,
 * also one that the page has set meanwhile.
 *
 * @returns what stops it; to be called as often as one likes
 */
export function flashTitle(text: string): () => void {
  texts.push(text);
  if (timer === undefined) own = document.title;
  else clearInterval(timer);
  show(text);
  timer = setInterval(turn, PERIOD_MS);
  let stopped = false;
  return () => {
    if (stopped) return;
    stopped = true;
    texts.splice(texts.indexOf(text), 1);
    keepOwn();
    const next = texts.at(-1);
    show(next);
    if (next !== undefined) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function turn(): void {
  keepOwn();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  show(written === undefined || still ? texts.at(-1) : undefined);
}

/** What we did not write is the page's. */
function keepOwn(): void {
  const { title } = document;
  if (title !== (written ?? own)) own = title;
}

/** Shows a text of ours, or, without one, the page's own. */
function show(text: string | undefined): void {
  document.title = text ?? own;
  written = text === undefined ? undefined : document.title;
}
