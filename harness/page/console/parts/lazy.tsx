import {type Signal, signal} from '@preact/signals';
import type {VNode} from 'preact';
import {useEffect} from 'preact/hooks';

type View<Props> = (props: Props) => VNode | null;

/** A part of the console in a separate file, which is loaded when it is first shown. */
export function lazy<Props extends object>(load: () => Promise<View<Props>>): View<Props> {
  const loaded: Signal<{readonly View?: View<Props>; readonly hasFailed?: true}> = signal({});
  const start = (): void => {
    load().then(
      (View) => (loaded.value = {View}),
      () => (loaded.value = {hasFailed: true}),
    );
  };

  return (props) => {
    const {View, hasFailed} = loaded.value;
    // After a failure, opening it once more tries again.
    useEffect(() => {
      if (View === undefined) start();
    }, []);

    if (View !== undefined) return <View {...props} />;
    return (
      <div class="detail none">
        <p class="dim3" role="status">
          {hasFailed === true ? 'This part could not be loaded. Is simhost running?' : 'Loading …'}
        </p>
      </div>
    );
  };
}
