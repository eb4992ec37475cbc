import type {CallNode, GroupNode} from '../../../../wire/sandbox.ts';
import {call, group} from '../api-node.ts';

/** Returns `ui` of customer accounts, until 2025-07. */
export function accountUiApi(): AccountUiApi {
  return {
    ui: group({overlay: group({close: call()}), toast: group({show: call()}), forceDataRefresh: call()}),
  };
}

type OverlayApi = GroupNode<{readonly close: CallNode<(overlayId: string) => void>}>;

export type AccountUiApi = {
  readonly ui: GroupNode<{
    readonly overlay: OverlayApi;
    readonly toast: GroupNode<{readonly show: CallNode<(content: string) => void>}>;
    readonly forceDataRefresh: CallNode<(content: string) => Promise<void>>;
  }>;
};
