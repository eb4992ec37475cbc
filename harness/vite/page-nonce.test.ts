import {expect, test} from '@playwright/test';
import {scriptNonce, withNonce} from './page-nonce.ts';

for (const [what, policy, html, expected] of [
  ['no policy', '', '<script src="/a.js"></script>', undefined],
  ['a policy without a nonce', "script-src 'self'", '', undefined],
  ['script-src', "default-src 'self'; script-src 'self' 'nonce-a+b/c='", '', 'a+b/c='],
  ['default-src alone', "img-src *; default-src 'nonce-d'", '', 'd'],
  ['script-src-elem before script-src', "script-src 'nonce-a'; Script-Src-Elem 'nonce-e'", '', 'e'],
  ['no directive of styles', "style-src 'nonce-s'", '', undefined],
  ['the headers before the document', "script-src 'nonce-a'", '<script nonce="b"></script>', 'a'],
  ['a script of the document', '', '<head><script type="module" nonce="b" src="/a.js"></script>', 'b'],
  ['the meta of Vite', '', '<meta property="csp-nonce" nonce="m"><p nonce="x">', 'm'],
  ['a placeholder', '', '<script nonce="{{nonce}}"></script>', '{{nonce}}'],
  ['no other characters', "script-src 'nonce-a\"><b>'", '', undefined],
  ['a script without quotes', '', '<script nonce=b-_=></script>', 'b-_='],
  ['no other element', '', '<style nonce="s"></style><scripted nonce="t">', undefined],
] as const) {
  test(`takes the nonce of ${what}`, () => {
    expect(scriptNonce(policy, html)).toBe(expected);
  });
}

test('writes a nonce into a tag, and leaves a tag without one', () => {
  expect(withNonce('<script src="/x.js"></script>', '$&')).toBe('<script nonce="$&" src="/x.js"></script>');
  expect(withNonce('<script src="/x.js"></script>', undefined)).toBe('<script src="/x.js"></script>');
});
