import {expect} from '@playwright/test';
import {WebSocket} from 'ws';
import {type ChannelNonces, NONCE_PARAMETER} from '../../wire/channel-proof.ts';
import {CONTROL_PATH} from '../../wire/control.ts';
import {proofOf} from './channel-proof.ts';
import type {LocalGateway} from './local-gateway.ts';
import {fakeSimulation, test} from './server.fixture.ts';

const NONCE = '0123456789abcdef'.repeat(2);

interface Conversation {
  /** The frames of the server, in order. */
  readonly frames: readonly string[];
  /** The close code and its reason, or the status of a refused opening. */
  readonly closed: string;
}

/** Returns the frames of a page after the server's challenge. */
type Page = (nonces: ChannelNonces) => readonly string[];

const hello =
  (id: string): Page =>
  (nonces) => [JSON.stringify({type: 'hello', proof: proofOf(id, 'page', nonces)})];

test('server and page prove that they know the id, which no frame contains', async ({server}) => {
  const simulation = fakeSimulation();
  const local = await server.openLocal(simulation, {id: simulation.id});
  const sent: string[] = [];
  const {frames, closed} = await converse(local, (nonces) => {
    sent.push(...hello(simulation.id)(nonces));
    return sent;
  });

  const [challenge = '', ...answers] = frames;
  const nonces = {origin: local.url, page: NONCE, server: serverNonceOf(challenge)};
  expect(JSON.parse(challenge)).toEqual({
    type: 'challenge',
    nonce: expect.stringMatching(/^[\da-f]{32}$/),
    proof: proofOf(simulation.id, 'server', nonces),
  });

  expect(answers).toEqual(['{"type":"welcome","secret":"page-secret"}']);
  expect(closed).toBe('1000');
  expect(simulation.received).toEqual([JSON.parse(sent[0] ?? '')]);
  expect(`${frames.join()}${sent.join()}`).not.toContain(simulation.id);
});

const REFUSED = '4004 The page does not know the id of this simulation.';

for (const [name, page, closed] of [
  ['another id', hello('guessed'), REFUSED],
  ['the id itself', ({}) => ['{"type":"hello","simulation":"an-unguessable-id"}'], REFUSED],
  ['no proof', () => ['{"type":"hello"}'], REFUSED],
  [
    'the proof of another server nonce',
    (nonces) => hello('an-unguessable-id')({...nonces, server: NONCE}),
    REFUSED,
  ],
  [
    'the proof for another port, as a program between them would pass on',
    (nonces) => hello('an-unguessable-id')({...nonces, origin: 'http://localhost:1'}),
    REFUSED,
  ],
  [
    "the server's own proof, sent back",
    (nonces) => [JSON.stringify({type: 'hello', proof: proofOf('an-unguessable-id', 'server', nonces)})],
    REFUSED,
  ],
  [
    'another first frame',
    () => ['{"type":"applied","revision":1}'],
    '4001 The first frame was "applied", not "hello".',
  ],
  [
    'a right proof after a wrong one',
    (nonces) => [...hello('guessed')(nonces), ...hello('an-unguessable-id')(nonces)],
    REFUSED,
  ],
  ['a frame that is not JSON', () => ['nonsense'], '4000 A frame was not a JSON object with a type.'],
] satisfies readonly [string, Page, string][]) {
  test(`refuses a page with ${name}, and sends it nothing but the challenge`, async ({server}) => {
    const simulation = fakeSimulation();
    const conversation = await converse(await server.openLocal(simulation, {id: simulation.id}), page);

    expect(conversation.closed).toBe(closed);
    expect(conversation.frames).toHaveLength(1);
    expect(simulation.received).toEqual([]);
  });
}

test('refuses the opening of a foreign page, and one without a nonce', async ({server}) => {
  const local = await server.openLocal(fakeSimulation());

  for (const [options, closed] of [
    [{origin: 'https://evil.example'}, 'HTTP 403'],
    [{nonce: ''}, 'HTTP 400'],
    [{nonce: 'short'}, 'HTTP 400'],
  ] as const) {
    expect(await converse(local, () => [], options)).toEqual({frames: [], closed});
  }
});

/** Plays a page: opens a channel, and answers the challenge. Ends the channel after the first answer. */
function converse(
  {url}: Pick<LocalGateway, 'url'>,
  page: Page,
  {origin = url, nonce = NONCE}: {origin?: string; nonce?: string} = {},
): Promise<Conversation> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${CONTROL_PATH}?${NONCE_PARAMETER}=${nonce}`, {
    origin,
  });

  const frames: string[] = [];
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      frames.push(Buffer.from(data as Buffer).toString());
      if (frames.length > 1) return socket.close(1000);

      const nonces = {origin, page: nonce, server: serverNonceOf(frames[0] ?? '')};
      for (const frame of page(nonces)) socket.send(frame);
    });

    socket.on('close', (code, reason) => resolve({frames, closed: `${code} ${String(reason)}`.trim()}));
    socket.on('unexpected-response', (_request, response) =>
      resolve({frames, closed: `HTTP ${response.statusCode}`}),
    );

    socket.on('error', () => {});
  });
}

function serverNonceOf(challenge: string): string {
  return (JSON.parse(challenge) as {nonce: string}).nonce;
}
