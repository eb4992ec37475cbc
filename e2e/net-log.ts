/** The network events of a Chromium that ran with `--log-net-log`. */
export interface NetLog {
  /** The addresses to which it opened TCP connections, with their ports. */
  readonly connections: readonly string[];
  /** The host names that it asked a resolver for. */
  readonly lookups: readonly string[];
  /** The number of UDP packets that it sent. */
  readonly packets: number;
}

interface NetEvent {
  readonly type: number;
  readonly params?: {readonly address?: string; readonly host?: string};
}

/** Reads the file. Its first line names the types of events. A browser that was killed leaves the end out. */
export function readNetLog(text: string): NetLog {
  const [constants = '', , ...lines] = text.split('\n');
  const {logEventTypes: types} = (
    JSON.parse(`${constants.replace(/,\s*$/, '')}}`) as {constants: {logEventTypes: Record<string, number>}}
  ).constants;

  const events = lines
    .map((line) => line.replace(/(?:,|\],?|\]\})?\s*$/, ''))
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as NetEvent);

  const of = (name: string): NetEvent[] => events.filter(({type}) => type === types[name]);
  return {
    connections: of('TCP_CONNECT_ATTEMPT').flatMap(({params}) => params?.address ?? []),
    lookups: of('HOST_RESOLVER_MANAGER_JOB').flatMap(({params}) => params?.host ?? []),
    packets: of('UDP_BYTES_SENT').length,
  };
}
