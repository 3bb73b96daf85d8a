/** The English texts of layouts: what is shown large, and pages. */
export const STAGE_ENGLISH = {
  'stage-pin': 'Pin {name}',
  'stage-pinned': '{name} is pinned',
  'stage-unpinned': '{name} is no longer pinned',
  'stage-pages': 'Pages of people',
  'stage-previous': 'Previous page',
  'stage-next': 'Next page',
  'stage-page': 'Page {page} of {pages}',
  'stage-move': 'Move your picture to another corner',
  'stage-top-left': 'Your picture is at the top left',
  'stage-top-right': 'Your picture is at the top right',
  'stage-bottom-left': 'Your picture is at the bottom left',
  'stage-bottom-right': 'Your picture is at the bottom right',
} as const;
