import {once} from 'node:events';
import {connect} from 'node:net';
import {expect} from '@playwright/test';
import * as fc from 'fast-check';
import {expectRefusals, hostileString} from '../../wire/bad-input.fixture.ts';
import {NONCE_PARAMETER} from '../../wire/channel-proof.ts';
import {CONTROL_PATH} from '../../wire/control.ts';
import {proofOf} from './channel-proof.ts';
import {fakeSimulation, test} from './server.fixture.ts';

const NONCE = '0123456789abcdef'.repeat(2);

/** A frame of a WebSocket, of which each part can be wrong. */
interface RawFrame {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly isMasked: boolean;
  readonly reserved: number;
  readonly payload: Buffer;
  /** The announced length, if it is not that of the payload. */
  readonly length: number | null;
}

const payload = fc.oneof(
  fc.constantFrom(
    '{"type":"applied","revision":1}',
    '{"type":"hello","proof":"0"}',
    '{"type":',
    '"type"',
    '[]',
    'null',
    '{"type":7}',
    '{"type":"__proto__"}',
    '[['.repeat(50_000),
    'x'.repeat(200_000),
  ),
  hostileString,
);

const frame: fc.Arbitrary<RawFrame> = fc.record({
  // Text, binary, continuation, close, ping, pong, and unknown ones.
  opcode: fc.oneof({weight: 3, arbitrary: fc.constantFrom(1, 2)}, fc.constantFrom(0, 3, 8, 9, 10, 15)),
  isLast: fc.oneof({weight: 3, arbitrary: fc.constant(true)}, fc.constant(false)),
  isMasked: fc.oneof({weight: 9, arbitrary: fc.constant(true)}, fc.constant(false)),
  reserved: fc.oneof({weight: 9, arbitrary: fc.constant(0)}, fc.integer({min: 1, max: 7})),
  payload: fc.oneof(
    payload.map((text) => Buffer.from(text)),
    fc.constantFrom(Buffer.from([0xff, 0xfe]), Buffer.from([3]), Buffer.from([0x03, 0xe8]), Buffer.alloc(0)),
  ),
  length: fc.oneof(
    {weight: 9, arbitrary: fc.constant(null)},
    fc.constantFrom(1, 125, 65_535, 2 ** 31, 2 ** 40, 2 ** 53),
  ),
});

const conversation = fc.record({
  frames: fc.array(frame, {minLength: 1, maxLength: 4}),
  /** Whether the page proves first that it knows the id. */
  isProven: fc.boolean(),
  /** The size of the pieces in which the bytes are written; 0 for one piece. */
  piece: fc.constantFrom(0, 0, 1, 7),
});

test('the control channel ends for every frame that it cannot read, and the next page is served', async ({
  server,
}) => {
  const simulation = fakeSimulation();
  const {url, id} = await server.openLocal(simulation, {id: simulation.id});

  await expectRefusals({
    area: 'frames of the control channel, as bytes',
    inputs: conversation,
    runs: 250,
    least: 120,
    mayPass: true,
    attempt: async ({frames, isProven, piece}) => {
      simulation.received.length = 0;
      const bytes = Buffer.concat(frames.map(bytesOf));
      const sent = piece === 0 || bytes.length > 2000 ? [bytes] : piecesOf(bytes, piece);
      const answer = await talk({url, id, sent, isProven});

      const types = simulation.received.map((received) => typeof received.type);
      if (types.some((type) => type !== 'string')) throw new Error('A frame without a type was passed on.');
      if (!isProven && types.length > 0) throw new Error('A frame was passed on before the proof.');
      return /[\u0088]/.test(answer) ? 'refused' : 'answered';
    },
  });

  // The channel still works.
  await talk({url, id, sent: [], isProven: true});
  expect(simulation.received.at(-1)?.type).toBe('hello');
});

interface Talk {
  readonly url: string;
  readonly id: string;
  /** The pieces in which the bytes after the hello are written. */
  readonly sent: readonly Buffer[];
  readonly isProven: boolean;
}

/** Opens a channel, writes bytes, and ends its side. Returns what the server sends until it ends the connection. */
async function talk({url, id, sent, isProven}: Talk): Promise<string> {
  const socket = connect({port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true});
  const closed = once(socket, 'close');
  let answer = '';
  socket
    .on('error', () => {})
    .write(
      `GET ${CONTROL_PATH}?${NONCE_PARAMETER}=${NONCE} HTTP/1.1\r\nHost: ${new URL(url).host}\r\nOrigin: ${url}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );

  const challenged = new Promise<string>((resolve) =>
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      const nonce = /"nonce":"([\da-f]{32})","proof":"[\da-f]+"\}/.exec(answer)?.[1];
      if (nonce !== undefined) resolve(nonce);
    }),
  );
  const nonce = await challenged;
  answer = '';

  const proof = proofOf(id, 'page', {origin: url, page: NONCE, server: nonce});
  if (isProven) socket.write(bytesOf(textFrame(JSON.stringify({type: 'hello', proof}))));
  for (const bytes of sent) socket.write(bytes);

  socket.end();
  socket.once('end', () => socket.destroy());
  await closed;
  return answer;
}

function textFrame(text: string): RawFrame {
  return {opcode: 1, isLast: true, isMasked: true, reserved: 0, payload: Buffer.from(text), length: null};
}

/** Writes a frame. Its mask is zero, which changes no byte. */
function bytesOf({opcode, isLast, isMasked, reserved, payload: content, length}: RawFrame): Buffer {
  const announced = length ?? content.length;
  const flags = (isLast ? 0x80 : 0) | (reserved << 4) | opcode;
  const mask = isMasked ? 0x80 : 0;
  const head = Buffer.alloc(14);
  head[0] = flags;

  let size = 2;
  if (announced < 126) head[1] = mask | announced;
  else if (announced < 65_536) {
    head[1] = mask | 126;
    size += head.writeUInt16BE(announced, 2) - 2;
  } else {
    head[1] = mask | 127;
    size += head.writeBigUInt64BE(BigInt(announced), 2) - 2;
  }
  return Buffer.concat([head.subarray(0, size + (isMasked ? 4 : 0)), content]);
}

function piecesOf(bytes: Buffer, size: number): Buffer[] {
  return Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}
