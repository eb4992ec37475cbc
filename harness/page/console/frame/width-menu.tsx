import type {VNode} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {Icon} from '../parts/icon.tsx';
import {pageWidth} from '../state/store.ts';
import {Popover} from '../strip/popover.tsx';
import {Choice} from '../strip/situation-strip.tsx';

/** The widths that the page can have. */
export const PAGE_WIDTHS: readonly (readonly [label: string, pixels: number | null])[] = [
  ['Fit', null],
  ['Phone', 390],
  ['Tablet', 768],
  ['Small desktop', 1024],
  ['Desktop', 1440],
];

interface WidthMenuProps {
  readonly frame: {readonly current: HTMLIFrameElement | null};
  /** The name of the frame's document. With another one, the frame is another element. */
  readonly name: string;
}

/** The width of the page, as its media queries see it, and the menu that changes it. */
export function WidthMenu({frame, name}: WidthMenuProps): VNode {
  const width = useWidth(frame, name);
  const button = (
    <>
      <span class="num">{width} px</span>
      <Icon name="down" small />
    </>
  );

  return (
    <Popover
      label="Width of the page"
      title={`Width of the page: ${width} px, as its media queries see it (W)`}
      class={`chip not-phone${pageWidth.value === null ? '' : ' off'}`}
      opens="w"
      button={button}
    >
      {(close) =>
        PAGE_WIDTHS.map(([label, pixels]) => (
          <Choice
            key={label}
            label={label}
            note={pixels === null ? '' : `${pixels} px`}
            isChosen={pageWidth.value === pixels}
            onChoose={() => {
              close();
              pageWidth.value = pixels;
            }}
          />
        ))
      }
    </Popover>
  );
}

function useWidth(frame: WidthMenuProps['frame'], name: string): number {
  const [width, setWidth] = useState(0);

  useEffect(() => {
    if (frame.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [name]);

  return width;
}
