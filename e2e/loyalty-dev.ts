/** The command line of `simhost dev` that shows the loyalty sample with its backend. */
export const LOYALTY: readonly string[] = [
  'dev',
  'fixtures/extensions/loyalty',
  '--port',
  '0',
  '--backend',
  'https://loyalty.example.com=node fixtures/backends/loyalty/server.js',
];
