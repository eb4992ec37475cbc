/** Answers of the page that are completed here, because promises, iterators and references do not cross. */
const COMPLETED: Readonly<Record<string, (answer: never) => unknown>> = {
  'intents.invoke': ({complete}: {complete(): Promise<unknown>}) => ({complete: complete()}),
  picker: ({selected}: {selected(): Promise<unknown>}) => ({selected: selected()}),
  resourcePicker: (picked: object[] | undefined) => picked && Object.assign(picked, {selection: picked}),
  'storage.entries': (entries: [string, unknown][]) => entries.values(),
};

/** Returns the answer to a call of the API as the extension gets it. */
export function completed(path: string, answer: unknown): unknown {
  const complete = Object.hasOwn(COMPLETED, path) ? COMPLETED[path] : undefined;
  return complete === undefined ? answer : complete(answer as never);
}
