import {expect, test} from '@playwright/test';
import {RequestLog} from './request-log.ts';

const arrival = (path: string): {method: string; url: string; at: number} => ({
  method: 'GET',
  url: `https://myapp.com${path}`,
  at: 0,
});

test('keeps every request by default', () => {
  const log = new RequestLog();
  for (let nth = 0; nth < 5000; nth++) log.add(arrival(`/${nth}`));

  expect(log.entries).toHaveLength(5000);
  expect(log).toMatchObject({count: 5000, letGo: 0});
});

test('lets the oldest requests go, and keeps the ids of the others', () => {
  const log = new RequestLog();
  log.keepNewest(3);
  const ids = ['/a', '/b', '/c', '/d', '/e'].map((path) => log.add(arrival(path)));

  expect(ids).toEqual([0, 1, 2, 3, 4]);
  expect(log.entries.map(({id, url}) => [id, new URL(url).pathname])).toEqual([
    [2, '/c'],
    [3, '/d'],
    [4, '/e'],
  ]);

  expect(log).toMatchObject({count: 5, letGo: 2});
  expect([log.at(1), log.at(2)?.url, log.at(5)]).toEqual([undefined, 'https://myapp.com/c', undefined]);
});

test('updates a request by its id after others were let go, and ignores one that was let go', () => {
  const log = new RequestLog();
  log.keepNewest(2);
  const changed: number[] = [];
  for (const path of ['/a', '/b', '/c']) log.add(arrival(path));
  log.onChange(({id}) => changed.push(id));

  log.update(0, {status: 500});
  log.update(1, {status: 201});
  log.update(2, {status: 202, duration: 5});

  expect(changed).toEqual([1, 2]);
  expect(log.entries.map(({status}) => status)).toEqual([201, 202]);
  expect(log.inFlight.map(({url}) => url)).toEqual(['https://myapp.com/b']);
});

test('lets older requests go at once if the limit is set later', () => {
  const log = new RequestLog();
  for (const path of ['/a', '/b', '/c']) log.add(arrival(path));
  log.keepNewest(1);

  expect(log.entries.map(({id}) => id)).toEqual([2]);
  expect(log.inFlight).toHaveLength(1);
});

test('a request repeats the newest one of the browser, if that was refused with 401 and is still kept', () => {
  const log = new RequestLog();
  log.keepNewest(3);
  const refused = log.add({...arrival('/a'), status: 401});
  const {url} = arrival('/a');
  expect(log.refusedBefore('GET', url)).toBe(refused);
  expect(log.refusedBefore('POST', url)).toBeNull();

  log.add({...arrival('/a'), status: 401, sender: 'backend'});
  expect(log.refusedBefore('GET', url), 'a backend repeats nothing').toBe(refused);

  log.add({...arrival('/b'), status: 401});
  log.add({...arrival('/c'), status: 401});
  expect(log.refusedBefore('GET', url), 'it was let go').toBeNull();

  const answered = log.add({...arrival('/c'), status: 200});
  expect(log.refusedBefore('GET', arrival('/c').url)).toBeNull();
  log.update(answered, {status: 401});
  log.add(arrival('/d'));
  expect(
    log.refusedBefore('GET', arrival('/c').url),
    'an older one that went takes no newer one with it',
  ).toBe(answered);
});
