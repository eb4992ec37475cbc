import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import {connect} from 'node:net';
import {expect, test} from '@playwright/test';
import * as fc from 'fast-check';
import {createSimulationCore, type SimulationCore} from '../../core/simulation/simulation-core.ts';
import {expectRefusals, hostileString, hostileValue} from '../../wire/bad-input.fixture.ts';
import {type BlockedRequest, LIVE_KEY_HEADER} from '../../wire/live-page.ts';
import {close, listen} from '../server/loopback.ts';
import {whyBlocked} from '../mini/content-security-policy.ts';
import {ASK_PATH, PageLink} from './page-link.ts';

/** A part of a stack, many times over: an error with a large message has such a stack. */
const longText = fc
  .tuple(fc.constantFrom('https://a.example/', 'https://a:1', ':1', ' at ', '(', '\n', '%'), fc.nat(4000))
  .map(([unit, times]) => unit.repeat(times));

const text = fc.oneof(
  hostileString,
  longText,
  fc.constantFrom('https://a.example/a.js', 'at f (https://a.example/a.js:1:2)', 'javascript:1', 'http://['),
);

const member = fc.oneof({weight: 4, arbitrary: text}, {weight: 1, arbitrary: hostileValue});

/** Reports of every type, in which each member can be missing or have another type. */
const report = fc.record(
  {
    type: fc.oneof(
      {weight: 9, arbitrary: fc.constantFrom('asked', 'log', 'error', 'deed', 'blocked', 'question')},
      {weight: 1, arbitrary: hostileValue},
    ),
    request: fc.oneof(
      fc.record(
        {id: member, method: member, url: member, stack: member, ended: fc.array(member, {maxLength: 2})},
        {requiredKeys: ['id', 'method']},
      ),
      hostileValue,
    ),
    level: member,
    text: member,
    stack: member,
    name: member,
    message: member,
    url: member,
    directive: member,
    deed: hostileValue,
    question: hostileValue,
  },
  {requiredKeys: ['type']},
);

const body = fc.oneof({weight: 5, arbitrary: report.map(asJson)}, {weight: 1, arbitrary: hostileString});

test('a report of a page that has another form is refused, and every other one is answered', async () => {
  const simulation = createSimulationCore({scope: 'one'});
  const notes: unknown[] = [];
  simulation.events.logs.subscribe(({level, text: line, source}) => notes.push(level, line, source ?? ''));
  simulation.events.errors.subscribe(({error, source}) =>
    notes.push(error.name, error.message, error.stack, source ?? ''),
  );

  const {port, key, end} = await opened(simulation, (given) =>
    notes.push(whyBlocked(given, () => null) ?? ''),
  );
  try {
    await expectRefusals({
      area: 'reports of pages',
      inputs: body,
      runs: 300,
      least: 100,
      mayPass: true,
      attempt: async (given) => {
        const init = {method: 'POST', headers: {[LIVE_KEY_HEADER]: key}, body: given};
        const response = await fetch(`http://127.0.0.1:${port}${ASK_PATH}`, init);
        const answer = (await response.json()) as {ok: boolean; rejects?: true};

        if (notes.some((note) => typeof note !== 'string')) throw new Error('A note has another type.');
        notes.length = 0;
        if (response.status === 200 && answer.rejects !== true) return 'answered';
        if (response.status !== 400) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
        return 'refused';
      },
    });
  } finally {
    await end();
  }
});

test('a page that goes away in the middle of a report leaves nothing behind', async () => {
  const {server, port, key, work, end} = await opened(createSimulationCore(), () => {});
  const socket = connect(port, '127.0.0.1');
  const head = `POST ${ASK_PATH} HTTP/1.1\r\nHost: a\r\n${LIVE_KEY_HEADER}: ${key}\r\nContent-Length: 9\r\n\r\n`;
  socket.write(`${head}{"typ`);

  await once(server, 'request');
  socket.destroy();
  await expect(Promise.all(work)).resolves.toEqual([undefined]);
  await end();
});

interface OpenedLink {
  readonly server: Server;
  readonly port: number;
  readonly key: string;
  /** The work on each request. */
  readonly work: readonly Promise<void>[];
  readonly end: () => Promise<void>;
}

async function opened(
  simulation: SimulationCore,
  blocked: (request: BlockedRequest) => void,
): Promise<OpenedLink> {
  const link = new PageLink({simulation, handle: 'points', refuse: () => null, blocked});
  const work: Promise<void>[] = [];
  const server = createServer((message, out) => void work.push(link.receive(message, out, 0)));
  const port = await listen(server);

  const end = async (): Promise<void> => {
    link.close();
    await close(server);
  };
  return {server, port, key: link.key, work, end};
}

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? null : inner)) ?? 'null';
  } catch {
    return '{"type":7}';
  }
}
