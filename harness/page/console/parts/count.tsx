import type {VNode} from 'preact';

interface CountProps {
  readonly count: number;
  /** The words after the number: "problems". */
  readonly what: string;
  /** The words after 1, if they differ: "problem". */
  readonly one?: string;
  /** A number that is bad, or more to read, which a narrow console hides. */
  readonly look: 'bad' | 'more';
}

/** A number, with words for its tooltip and for screen readers. Zero is not shown. */
export function Count({count, what, one = what, look}: CountProps): VNode | null {
  if (count === 0) return null;
  const words = count === 1 ? one : what;

  return (
    <span class={`count ${look}`} title={`${count} ${words}`}>
      {count}
      <span class="vh"> {words}</span>
    </span>
  );
}
