import type {JWK} from 'jose';

/** The key id in the header of every token: 40 upper-case hexadecimal digits. */
export const VTEX_TEST_KID = 'D4EC25043D703987A99B506B18E86DFC589001A1';

/** The private key of the simulated VTEX ID. It is published, so it is worth nothing in production. */
export const VTEX_TEST_KEY: JWK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'EcjQBlFNXzTeOeCoqfH9FddaTkbO2IryoxXUjtzYMF0',
  y: 'Q0IqyaFwown4kLwfwglsY9uW-SMzIlyj2pIGLG1-cY0',
  d: '2rI7FdYy2SEipJXQsdW04XB4C6qfaDQ6z9qngmR0Jek',
};

/**
 * The public key of the simulated VTEX ID, for tests that check a signature. VTEX publishes no key: backends
 * ask `credential/validate` instead.
 *
 * @example
 * ```ts
 * import {importJWK, jwtVerify} from 'jose';
 * import {VTEX_TEST_PUBLIC_KEY, createSimulation} from 'simhost';
 *
 * const token = await createSimulation().mint('vtex-shopper');
 * await jwtVerify(token, await importJWK(VTEX_TEST_PUBLIC_KEY, 'ES256'));
 * ```
 */
export const VTEX_TEST_PUBLIC_KEY: JWK = {
  kty: 'EC',
  crv: 'P-256',
  x: 'EcjQBlFNXzTeOeCoqfH9FddaTkbO2IryoxXUjtzYMF0',
  y: 'Q0IqyaFwown4kLwfwglsY9uW-SMzIlyj2pIGLG1-cY0',
  alg: 'ES256',
  use: 'sig',
  kid: VTEX_TEST_KID,
};
