import type {Clock} from '../../clock.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import {isHealedByFreshToken, missedRetry, RETRY_TIME} from '../verdicts/missed-retry.ts';
import {createDeferred} from './deferred.ts';
import type {RequestLog} from './request-log.ts';
import {waitSimulated} from './simulated-wait.ts';

/**
 * Reports requests that a fresh token would have saved, and that nobody repeated within two simulated seconds. Returns
 * the function that stops it.
 */
export function reportMissedRetries({
  requests,
  clock,
}: {
  readonly requests: RequestLog;
  readonly clock: Clock;
}): () => void {
  const followed = new Set<number>();
  const closed = createDeferred<void>();

  const follow = async ({id, method, url}: LoggedRequest): Promise<void> => {
    await waitSimulated(clock, RETRY_TIME, closed.promise);

    const entry = requests.at(id);
    const wasTried = requests.entries.some(
      (later) => later.id > id && later.method === method && later.url === url,
    );
    if (entry !== undefined && !wasTried && followed.has(id))
      requests.update(id, {problem: missedRetry(entry)});
  };

  const stop = requests.onChange((entry) => {
    if (entry.duration === null || followed.has(entry.id) || !isHealedByFreshToken(entry)) return;
    followed.add(entry.id);
    void follow(entry);
  });

  return () => {
    stop();
    followed.clear();
    closed.resolve();
  };
}
