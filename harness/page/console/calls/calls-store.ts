import {type ReadonlySignal, type Signal, computed, signal} from '@preact/signals';
import {entries} from '../state/store.ts';
import {type CallSegment, type CallsRow, rowsOf} from './calls-rows.ts';

export const callSegment: Signal<CallSegment> = signal('all');
export const callQuery: Signal<string> = signal('');

/** The number of the selected row's entry. */
export const callSelection: Signal<number | null> = signal(null);

/** The rows of the panel. */
export const callRows: ReadonlySignal<readonly CallsRow[]> = computed(() =>
  rowsOf(entries.value, callSegment.value, callQuery.value),
);

/** The errors since the start. */
export const callErrors: ReadonlySignal<number> = computed(
  () => entries.value.filter(({kind}) => kind === 'error').length,
);
