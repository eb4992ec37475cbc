import {X509Certificate, createHash} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {GATEWAY_KEY} from '../chromium.ts';
import {certificate} from './certificate.ts';

test('the key that Chromium accepts is the key of the certificate', () => {
  const key = new X509Certificate(certificate.cert).publicKey.export({type: 'spki', format: 'der'});
  expect(createHash('sha256').update(key).digest('base64')).toBe(GATEWAY_KEY);
});
