import {expect, test} from '@playwright/test';
import {GatewayProxy} from './proxy.ts';
import {exchange} from './raw-exchange.fixture.ts';

const REFUSE = {
  request: () => Promise.reject(new Error('no request is complete')),
  upgrade: () => Promise.reject(new Error('no request is complete')),
};

/** The type, version and length of a TLS record of 512 bytes, and the first byte of it: a hello for a client. */
const HALF_A_HELLO = '\u0016\u0003\u0001\u0002\u0000\u0001';

test('a tunnel whose client leaves within a TLS handshake ends', async () => {
  const proxy = new GatewayProxy(REFUSE, {handshakeTimeout: 50});
  const port = Number(new URL(await proxy.listen()).port);

  try {
    expect(await exchange(port, `CONNECT shopify.com:443 HTTP/1.1\r\n\r\n${HALF_A_HELLO}`)).toBe(
      'HTTP/1.1 200 OK\r\n\r\n',
    );
  } finally {
    await proxy.close();
  }
});
