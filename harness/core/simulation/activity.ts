import type {PendingWork} from '../../wire/activity.ts';

/** The activity of a simulation at an instant. */
export interface ActivityReport {
  /** The number of things that have been begun so far. Equal numbers mean that nothing began in between. */
  readonly begun: number;
  /** Everything that can still lead to a request or a call, in one sentence each. */
  readonly pending: readonly string[];
}

/** Joins reports into one. A request that two of them name is named once. */
export function joinReports(reports: readonly ActivityReport[]): ActivityReport {
  const named = new Set<string>();
  const pending = reports
    .flatMap((report) => report.pending)
    .filter((sentence) => {
      const what = withoutTime(sentence);
      const isNew = !named.has(what);
      named.add(what);
      return isNew;
    });

  return {begun: reports.reduce((sum, {begun}) => sum + begun, 0), pending};
}

/**
 * Describes in one sentence a thing that keeps the code under test from being settled. `who` names that code. `place`
 * is the position of a timer's call, if known.
 */
export function describePending(work: PendingWork, who: string, place: string | null): string {
  const where = place === null ? '' : ` (${place})`;
  switch (work.what) {
    case 'request':
      return describeInFlight(work);
    case 'call':
      return `${work.member}() has been pending for ${seconds(work.milliseconds)}.`;
    case 'timer':
      return `A timer of ${Math.round(work.delay)} ms is due within a second${where}.`;
    case 'start':
      return `${who} has not rendered yet.`;
    case 'silence':
      return `${who} has not answered for ${seconds(work.milliseconds)}: it may be in an endless loop.`;
  }
}

export function describeInFlight({
  method,
  url,
  milliseconds,
}: {
  method: string;
  url: string;
  milliseconds: number;
}): string {
  return `${method} ${url} has been in flight for ${seconds(milliseconds)}.`;
}

/** The same sentence for however long it has been in flight. */
function withoutTime(sentence: string): string {
  return sentence.replace(/ has been in flight for [\d.]+ s\.$/, '');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
