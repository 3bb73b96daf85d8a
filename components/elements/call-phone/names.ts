import type { RingingCall } from '../../call/ringing/ringing-call.js';
import type { RingingTranslate } from '../../i18n/ringing-catalogue.js';

/** How a person reads the name of a caller, who may have none. */
export const callerName = ({ remoteName }: Pick<RingingCall, 'remoteName'>, text: RingingTranslate): string =>
  remoteName.trim() || text('unknown-caller');

/** How a person reads the name of the other in a call; of somebody called who has not answered, the name that was called. */
export const otherName = (call: RingingCall, text: RingingTranslate): string =>
  call.direction === 'incoming' ? callerName(call, text) : call.remoteName.trim() || call.to;
