/** What targets of announcements had until 2025-07; its listeners live in the sandbox. */
import type {CallNode, GroupNode} from '../../../../wire/sandbox.ts';
import {call, group} from '../api-node.ts';

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
