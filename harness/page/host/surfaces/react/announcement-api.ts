import type {CallNode, GroupNode} from '../../../../wire/sandbox.ts';
import {call, group} from '../api-node.ts';

/** Returns `announcement` of targets at announcements, until 2025-07. The sandbox keeps its listeners. */
export function announcementApi(): AnnouncementApi {
  return {announcement: group({close: call(), addEventListener: call(), removeEventListener: call()})};
}

export type AnnouncementApi = {
  readonly announcement: GroupNode<{
    readonly close: CallNode<() => void>;
    readonly addEventListener: CallNode<(type: 'close', listener: () => void) => void>;
    readonly removeEventListener: CallNode<(type: 'close', listener: () => void) => void>;
  }>;
};
