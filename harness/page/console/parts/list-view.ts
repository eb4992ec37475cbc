import {useEffect, useLayoutEffect, useRef, useState} from 'preact/hooks';
import type {RowLayout} from './row-layout.ts';

/** Rows beyond both edges of the view. */
export const EXTRA_ROWS = 4;
/** Pixels from the end within which the list follows. */
const NEAR_END = 8;

/** The part of a long list that is in view. */
export interface ListView {
  readonly box: {current: HTMLDivElement | null};
  readonly top: number;
  readonly height: number;
  /** Rows that came while the list did not follow. */
  readonly unseen: number;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/**
 * Follows the end of a list as long as it is in view, and brings the selected row into view. `selected` is the place of
 * that row, or -1. A list that does not follow begins at its top.
 */
export function useListView(layout: RowLayout, count: number, selected: number, follow: boolean): ListView {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(follow);
  const seen = useRef(0);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);

  const goToEnd = (): void => {
    follows.current = true;
    if (box.current !== null) box.current.scrollTop = layout.total;
  };

  const onScroll = (): void => {
    if (box.current === null) return;
    const {scrollTop, clientHeight, scrollHeight} = box.current;
    follows.current = follow && scrollTop + clientHeight >= scrollHeight - NEAR_END;
    setTop(scrollTop);
  };

  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (follows.current) goToEnd();
  }, [layout, height]);

  useLayoutEffect(() => {
    if (box.current !== null && selected !== -1)
      bringIntoView(box.current, layout.topOf(selected), layout.topOf(selected + 1));
  }, [selected]);

  if (follows.current) seen.current = count;
  const unseen = Math.max(0, count - seen.current);
  return {box, top, height, unseen, onScroll, goToEnd};
}

function bringIntoView(box: HTMLElement, top: number, bottom: number): void {
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
